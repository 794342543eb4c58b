import { failure, success, type Finding, type Result } from '@fixpoint/model';
import { fromPointer, isRecord } from '@fixpoint/structured-text';
import type { Manifest } from '@fixpoint/surface-formats';

/** A value that a marker of rules version 1 must spell out although only one is supported (parity contract §12). */
export interface Requirement {
  /** JSON pointer into the marker. */
  readonly pointer: string;
  readonly value: string | boolean;
  /** An absent key is taken for the supported value. */
  readonly mayBeAbsent?: true;
}

/** Compares the raw marker with what is supported; every difference is a finding. */
export function checkRequirements(
  manifest: Manifest,
  requirements: readonly Requirement[],
  derivation: string,
): Result<undefined> {
  const findings = requirements
    .map((requirement) => ({ requirement, actual: valueAt(manifest.raw, requirement.pointer) }))
    .filter(({ requirement: { value, mayBeAbsent }, actual }) =>
      actual === undefined ? !mayBeAbsent : actual !== value,
    )
    .map(({ requirement, actual }) => unsupported(requirement, actual, derivation));
  return findings.length > 0 ? failure(...findings) : success(undefined);
}

function unsupported({ pointer, value }: Requirement, actual: unknown, derivation: string): Finding {
  const expected = JSON.stringify(value);
  return {
    id: `${derivation}/rule-not-supported`,
    severity: 'error',
    message: `RULES.json: ${pointer} must be ${expected}`,
    file: 'RULES.json',
    path: pointer,
    expected,
    actual: JSON.stringify(actual) ?? 'absent',
    fix: `set ${pointer} to ${expected} in RULES.json`,
  };
}

function valueAt(document: unknown, pointer: string): unknown {
  return fromPointer(pointer).reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    document,
  );
}
