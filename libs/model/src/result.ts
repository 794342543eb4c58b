import type { Finding } from './finding';
import type { Outcome } from './verdict';

/**
 * An expected failure is a value: either the value, or every problem that stands in its way.
 *
 * `outcome` says what kind of failure it is (`environment` when a tool is missing, `usage` when the configuration cannot
 * be followed). Without it the prefix of each finding's id decides: `environment/` and `config/` or `usage/` speak for
 * themselves, anything else is `drift` (exit code 1, drift or findings).
 *
 * A success with an outcome is one in part: what could be had is in `value`, its findings say what could not, and the run as a
 * whole comes to that outcome, whether it writes or checks.
 */
export type Result<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly findings: readonly Finding[];
      readonly outcome?: Outcome;
    }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly outcome?: Outcome };

/** A success; `findings` are remarks that did not stand in the way. */
export function success<T>(value: T, findings: readonly Finding[] = []): Result<T> {
  return { ok: true, value, findings };
}

/** A success in part: the findings say what is missing from the value, and the outcome what the run comes to because of it. */
export function successInPart<T>(value: T, outcome: Outcome, findings: readonly Finding[]): Result<T> {
  return { ok: true, value, findings, outcome };
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
