/** Members of a range at the most; what has more is a slip of the pen. */
export const MOST_MEMBERS = 500;

/** The number at the end of an id, and what stands before it. */
export interface NumberedId {
  readonly prefix: string;
  readonly digits: string;
}

/** Takes the number off an id; undefined where there is none, or one that is too long to count with. */
export function numberedId(id: string): NumberedId | undefined {
  const [digits = ''] = /\d{1,15}$/.exec(id) ?? [];
  const prefix = id.slice(0, id.length - digits.length);
  return digits === '' || /\d$/.test(prefix) ? undefined : { prefix, digits };
}

/**
 * The ids from the first to the last one of a range. The last number may leave out the digits that it shares (`A-6030..33`).
 * Undefined where the range runs backwards or has more than 500 members.
 *
 * @req FP-SPEC-004
 */
export function expandRange({ prefix, digits }: NumberedId, lastDigits: string): string[] | undefined {
  const first = Number(digits);
  const count = Number(lastNumber(digits, lastDigits)) - first + 1;
  if (count < 1 || count > MOST_MEMBERS) return undefined;
  return Array.from(
    { length: count },
    (_, index) => prefix + String(first + index).padStart(digits.length, '0'),
  );
}

/** The id at the end of a range. */
export function endOfRange({ prefix, digits }: NumberedId, lastDigits: string): string {
  return prefix + lastNumber(digits, lastDigits).padStart(digits.length, '0');
}

function lastNumber(digits: string, lastDigits: string): string {
  const missing = Math.max(0, digits.length - lastDigits.length);
  return Number(lastDigits) < Number(digits) ? digits.slice(0, missing) + lastDigits : lastDigits;
}
