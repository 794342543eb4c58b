/** A copy of a record without the keys whose value is undefined, in the same order; an absent fact is an absent key. */
export function withoutAbsent<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
