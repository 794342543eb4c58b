import type { Finding } from './finding';
import type { Outcome } from './verdict';

/**
 * An expected failure is a value: either the value, or every problem that stands in its way.
 *
 * `outcome` says what kind of failure it is (`environment` when a tool is missing, `usage` when the configuration cannot
 * be followed). Without it the prefix of each finding's id decides: `environment/` and `config/` or `usage/` speak for
 * themselves, anything else is `drift` (exit code 1, drift or findings).
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly outcome?: Outcome };

/** A success; `findings` are remarks that did not stand in the way. */
export function success<T>(value: T, findings: readonly Finding[] = []): Result<T> {
  return { ok: true, value, findings };
}

/** A failure with at least one finding that says why. */
export function failure(...findings: readonly Finding[]): {
  readonly ok: false;
  readonly findings: readonly Finding[];
} {
  return { ok: false, findings };
}

/** A failure that names its outcome instead of leaving it to the ids of its findings. */
export function failureOf(
  outcome: Outcome,
  ...findings: readonly Finding[]
): { readonly ok: false; readonly findings: readonly Finding[]; readonly outcome: Outcome } {
  return { ok: false, findings, outcome };
}
