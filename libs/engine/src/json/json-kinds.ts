/** A JSON object as `JSON.parse` gives it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object (neither null nor an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a JSON value is a string, number, boolean or null. */
export function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** Whether a JSON value is an array of strings, such as a command path. */
export function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
