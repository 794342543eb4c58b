/** Begins like something else than text, or holds what ends a plain text. */
const UNSAFE = /^[-?:,[\]{}#&*!|>'"%@`~\s=]|: |:$| #|\s$/;

/** Looks like a number, a date, or a word with a meaning of its own in YAML 1.1 or 1.2. */
const TYPED = /^(?:[-+.\d][\d_.:+\-\sA-FTXZOa-ftxzo]*|null|true|false|yes|no|on|off|y|n|\.inf|\.nan|<<)$/i;

/** Cannot stand in a YAML file as it is. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\uFEFF]/u;

/**
 * A text of one line as a YAML value: plain where that is safe, otherwise a literal block. Quotes are avoided, because formatters do not agree on
 * which ones.
 *
 * @param indent blanks before the lines of a block
 */
export function yamlScalar(text: string, indent: number): string {
  if (text === '' || UNPRINTABLE.test(text)) return JSON.stringify(text);
  if (!UNSAFE.test(text) && !TYPED.test(text)) return text;
  return `|-\n${' '.repeat(indent)}${text}`;
}

/** A key: plain, or in double quotes. */
export function yamlKey(text: string): string {
  return UNSAFE.test(text) || TYPED.test(text) || text.length > 100 ? JSON.stringify(text) : text;
}

/** A list below a key, each item on its own line. */
export function yamlList(items: readonly string[], indent: number): string {
  const margin = ' '.repeat(indent);
  if (items.length === 0) return ' []';
  return items.map((item) => `\n${margin}- ${yamlScalar(item, indent + 2)}`).join('');
}
