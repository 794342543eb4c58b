import type { Requirement } from '../shared/requirements';

const FILE_NAMES = {
  any: 'coverage.any.json',
  all: 'coverage.all.json',
  per_target: 'coverage.<target_triple>.json',
};
const ORDERS: Readonly<Record<string, { order: string; mayBeAbsent?: true }>> = {
  missing_commands: { order: 'by_path' },
  missing_flags: { order: 'by_path_then_key' },
  missing_args: { order: 'by_path_then_name' },
  excluded_commands: { order: 'by_path', mayBeAbsent: true },
  excluded_flags: { order: 'by_path_then_key', mayBeAbsent: true },
  excluded_args: { order: 'by_path_then_name', mayBeAbsent: true },
  passthrough_candidates: { order: 'by_path', mayBeAbsent: true },
  unsupported: { order: 'by_path', mayBeAbsent: true },
  intentionally_unsupported: { order: 'by_kind_then_path_then_key_or_name', mayBeAbsent: true },
  wrapper_only_commands: { order: 'by_path' },
  wrapper_only_flags: { order: 'by_path_then_key' },
  wrapper_only_args: { order: 'by_path_then_name' },
};

/** What a marker of rules version 1 must say for reports (parity contract §6.1). Older markers lack the later lists. */
export const REPORT_REQUIREMENTS: readonly Requirement[] = [
  ...Object.entries(FILE_NAMES).map(([name, value]) => ({ pointer: `/report/file_naming/${name}`, value })),
  ...Object.entries(ORDERS).map(([list, { order, mayBeAbsent }]) => ({
    pointer: `/sorting/report/${list}`,
    value: order,
    ...(mayBeAbsent && { mayBeAbsent }),
  })),
  { pointer: '/report/filter_semantics/when_union_incomplete/all', value: 'error' },
];
