/** A regular expression of a document; undefined for one that is none. Escapes that only the lax syntax knows are accepted. */
export function compilePattern(source: string): RegExp | undefined {
  return tryPattern(source, 'u') ?? tryPattern(source, '');
}

function tryPattern(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
