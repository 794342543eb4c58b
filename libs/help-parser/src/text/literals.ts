const QUOTED = /^"(?:[^"\\]|\\.)*"$/s;
const MEMBER = /"((?:[^"\\]|\\.)*)"|[^\s,][^,]*/gs;

/** A value as libraries for JavaScript print it, a JSON text: a string loses its quotes, anything else stays as it is. */
export function readLiteral(text: string): string {
  if (!QUOTED.test(text)) return text;
  const parsed = parseJson(text);
  return typeof parsed === 'string' ? parsed : text.slice(1, -1);
}

/** The members of a list of such values, `"a", 1, true`. */
export function readLiterals(list: string): string[] {
  return Array.from(list.matchAll(MEMBER), (match) => readLiteral(match[0].trim()));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
