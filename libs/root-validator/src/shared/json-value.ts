/** Whether a value is an object that is not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value that some keys lead to; undefined where an object or a key is missing. */
export function member(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (current, key) => (isRecord(current) && Object.hasOwn(current, key) ? current[key] : undefined),
    value,
  );
}

/** A member that is a text. */
export function textMember(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = member(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

/** A member that is a list. */
export function listMember(value: unknown, ...keys: readonly string[]): readonly unknown[] | undefined {
  const found = member(value, ...keys);
  return Array.isArray(found) ? found : undefined;
}

/** The texts of a member that is a list; what else the list holds is passed over. */
export function textsMember(value: unknown, ...keys: readonly string[]): readonly string[] | undefined {
  return listMember(value, ...keys)?.filter((item) => typeof item === 'string');
}
