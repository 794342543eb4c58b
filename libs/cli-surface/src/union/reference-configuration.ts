import type { Finding } from '@fixpoint/model';
import { toPointer } from '@fixpoint/structured-text';
import type { Manifest } from '@fixpoint/surface-formats';

// The orders that rules version 1 knows; a marker may only name them (parity contract §4.1).
const SORTING: Readonly<Record<string, string>> = {
  commands: 'lexicographic_path',
  flags: 'by_key_then_long_then_short',
  args: 'by_name',
  inputs: 'rules_expected_targets_order',
  available_on: 'rules_expected_targets_order',
  conflicts: 'by_unit_then_path_then_key_or_name_then_field',
};
const DEDUPE_KEY = ['globals', 'effective_flags_model', 'union_normalization', 'dedupe_key'];

/**
 * What in a marker of rules version 1 asks for a merge that version 1 does not define. A lenient reader takes a key that is
 * left out for its one value.
 */
export function referenceConfiguration({ raw, union }: Manifest, lenient = false): Finding[] {
  const findings = Object.entries(SORTING).flatMap(([list, order]) => {
    const actual = valueAt(raw, ['sorting', list]);
    const isSupported = actual === order || (lenient && actual === undefined);
    return isSupported ? [] : [unsupported(raw, ['sorting', list], order)];
  });
  const dedupeKey = valueAt(raw, DEDUPE_KEY) ?? '';
  if (union.foldRootFlags && dedupeKey !== '' && dedupeKey !== 'flag_key') {
    findings.push(unsupported(raw, DEDUPE_KEY, 'flag_key'));
  }
  return findings;
}

function valueAt(document: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    document,
  );
}

function unsupported(raw: unknown, at: readonly string[], expected: string): Finding {
  const actual = JSON.stringify(valueAt(raw, at)) ?? 'absent';
  return {
    id: 'config/unsupported-rule',
    severity: 'error',
    message: `${at.join('.')} is ${actual}; ${expected} is the one value there is`,
    file: 'RULES.json',
    path: toPointer(at),
    expected,
    actual,
    fix: `set ${at.join('.')} to ${JSON.stringify(expected)} in RULES.json`,
  };
}
