import type { Finding } from './finding';

/** An expected failure is a value: either the value, or every problem that stands in its way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

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
