import type { CoverageReport, ReportDeltas, ReportUnit } from '@fixpoint/surface-formats';
import { compareByKind, compareByPath } from '@fixpoint/surface-units';
import type { ClassifiedUnit, DeltaList } from './classify';
import type { ReportContext } from './report-context';

/** What a report says about itself. */
export interface ReportHeader {
  readonly version: string;
  readonly wrapper: CoverageReport['inputs']['wrapper'];
  readonly rulesSchemaVersion: number;
}

/** The lists in the order of the format; those that may be empty come first. */
const LISTS: readonly DeltaList[] = [
  'missing_commands',
  'missing_flags',
  'missing_args',
  'excluded_commands',
  'excluded_flags',
  'excluded_args',
  'passthrough_candidates',
  'unsupported',
  'intentionally_unsupported',
  'wrapper_only_commands',
  'wrapper_only_flags',
  'wrapper_only_args',
  'wrapper_hidden_commands',
  'wrapper_hidden_flags',
  'wrapper_hidden_args',
];
const ALWAYS: readonly DeltaList[] = ['missing_commands', 'missing_flags', 'missing_args'];
const OF_SEVERAL_KINDS: readonly DeltaList[] = ['unsupported', 'intentionally_unsupported'];

/** The record of one view (parity contract §6.9), with an empty place for its time. */
export function buildReport(
  units: readonly ClassifiedUnit[],
  context: ReportContext,
  { version, wrapper, rulesSchemaVersion }: ReportHeader,
): CoverageReport {
  return {
    schema_version: 1,
    generated_at: '',
    inputs: {
      upstream: { semantic_version: version, mode: 'union', targets: context.upstreamTargets },
      wrapper,
      rules: { rules_schema_version: rulesSchemaVersion },
    },
    platform_filter: context.filter,
    deltas: toDeltas(units),
  };
}

function toDeltas(units: readonly ClassifiedUnit[]): ReportDeltas {
  const members = new Map<string, ClassifiedUnit[]>(LISTS.map((list) => [list, []]));
  for (const unit of units) members.get(unit.list)?.push(unit);
  const deltas: Record<string, readonly ReportUnit[]> = {};
  for (const list of LISTS) {
    const own = members.get(list) ?? [];
    if (own.length === 0 && !ALWAYS.includes(list)) continue;
    const compare = OF_SEVERAL_KINDS.includes(list) ? compareByKind : compareByPath;
    deltas[list] = own.sort((a, b) => compare(a.ref, b.ref)).map(toReportUnit);
  }
  return deltas as unknown as ReportDeltas;
}

function toReportUnit({ ref, availableOn, level, note }: ClassifiedUnit): ReportUnit {
  return {
    path: ref.path,
    ...(ref.kind === 'flag' && { key: ref.name }),
    ...(ref.kind === 'arg' && { name: ref.name }),
    upstream_available_on: availableOn,
    ...(level !== undefined && { wrapper_level: level }),
    ...(note !== undefined && { note }),
  };
}
