const SPECIAL: Readonly<Record<string, string>> = {
  aq: "'",
  cq: "'",
  oq: "'",
  dq: '"',
  lq: '"',
  rq: '"',
  em: '-',
  en: '-',
  hy: '-',
  mi: '-',
  ha: '^',
  ti: '~',
  bu: '*',
  rs: '\\',
};
const ESCAPE =
  /\\(?:f(?<font>\[[^\]]*\]|\(..|.)|s(?:\[[^\]]*\]|[-+]?\d{1,2})|\*?(?:\((?<two>..)|\[(?<long>[^\]]*)\])|\*.|[hvw]'[^']*'|(?<one>.))/g;

/**
 * The text of a line of a manual page without its escapes. What stands in italics, which is how these pages mark a value, is
 * put into angle brackets.
 */
export function roffText(line: string): string {
  let inValue = false;
  let text = '';
  let end = 0;
  for (const match of line.matchAll(ESCAPE)) {
    text += line.slice(end, match.index);
    end = match.index + match[0].length;
    const { font, two, long, one } = match.groups as Record<string, string | undefined>;
    if (font === undefined) {
      text += special(two ?? long) ?? literal(one);
      continue;
    }
    const begins = /^(?:\[(?:I|CI)\]|\((?:CI)|I|2)$/.test(font);
    if (inValue !== begins) text += begins ? '<' : '>';
    inValue = begins;
  }
  return tidy(text + line.slice(end) + (inValue ? '>' : ''));
}

function special(name: string | undefined): string | undefined {
  return name === undefined ? undefined : (SPECIAL[name] ?? '');
}

function literal(character: string | undefined): string {
  if (character === undefined || '&|^:%)/,c{}'.includes(character)) return '';
  if (character === ' ' || character === '~' || character === '0') return ' ';
  return character === 'e' ? '\\' : character;
}

// Italics around what has brackets already, around nothing, and around single characters between values.
function tidy(text: string): string {
  return text
    .replaceAll(/<<([^<>]*)>>/g, '<$1>')
    .replaceAll(/<(\s*)>/g, '$1')
    .replaceAll(/<(\s+)/g, '$1<')
    .replaceAll(/<\[=?([^\]<>]*)\]>/g, (all, value: string) =>
      all.startsWith('<[=') ? `[=<${value}>]` : `[<${value}>]`,
    )
    .replaceAll(/<=([^<>]+)>/g, '=<$1>');
}

/** The arguments of a macro line: words, or texts in double quotes. */
export function macroArguments(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"?|((?:\\ |\S)+)/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? (match[2] as string),
  );
}

const FONTS: Readonly<Record<string, readonly [string, string]>> = {
  B: ['B', 'B'],
  I: ['I', 'I'],
  SM: ['R', 'R'],
  SB: ['B', 'B'],
  BR: ['B', 'R'],
  RB: ['R', 'B'],
  BI: ['B', 'I'],
  IB: ['I', 'B'],
  IR: ['I', 'R'],
  RI: ['R', 'I'],
};

/** The text of a line that may be one of the font macros; undefined for any other macro. */
export function lineText(line: string): string | undefined {
  if (!/^[.']/.test(line)) return roffText(line);
  const [, name = '', rest = ''] = /^[.']\s*(\S+)\s*(.*)$/.exec(line) ?? [];
  const fonts = FONTS[name];
  if (fonts === undefined) return undefined;
  const words = macroArguments(rest);
  // A macro of one font keeps the blanks between its words, one of two fonts joins them.
  const joined = fonts[0] === fonts[1] ? [words.join(' ')] : words;
  return roffText(joined.map((word, index) => `\\f${fonts[index % 2]}${word}`).join('') + '\\fR');
}
