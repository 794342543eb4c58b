/**
 * Where a page names a flag or command, found without the parser: `row`, a row of a table begins with it; `usage`, the usage names it;
 * `line`, a line that may be a row or wrapped prose begins with it; `text`, it stands elsewhere or nowhere.
 */
export type Place = 'row' | 'usage' | 'line' | 'text';

/** Tells for a name where a page has it. */
export type Places = (name: string) => Place;

interface Head {
  readonly names: readonly string[];
  /** Every name before the gap, those that the line does not begin with included. */
  readonly cell: readonly string[];
  /** Whether nothing but a value stands between the names and the gap before the description. */
  readonly whole: boolean;
  readonly indent: number;
}

const DECORATION = /^[\s│┃║*•`]*/u;
const PANEL = /^\s*[│┃║]/u;
const NEGATABLE = /\[no-?\]/;
const SEPARATORS = /[\s,;:=<>[\](){}|/'"`│]+/;
const FLAG = /^[[({]?((?:-{1,2}|\+{1,2}|\/)(?:\[no-?\])?[^\s,;:=<>[\](){}|/'"`│]+)/u;
const VALUE =
  /^(?:\[?[= ]?(?:<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|[A-Z][\w:-]*(?=[\s,|\]]|$)))?[\])}]?(?:\.\.\.)?/u;
const NEXT_FLAG = /^(?:, ?| ?[|/] ?| )(?=[[({]?[-+])/;
const NEXT_CELL = /^ +(?=-)/;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.:+@-]*/u;
const NEXT_NAME = /^(?:, ?| ?\| ?)(?=[\p{L}\p{N}])/u;
const REST = /^(?: ?[^\s]+){0,4}(?:$|\s*[│┃║]?$| {2,}|\t)/u;
const ALIASES = /[[(]alias(?:es)?: ([^[\]()]+)[\])]/gu;
const USAGE = /^\s*(?:usage|or):/i;
const GAP = /\S( {2,}|\t+)\S/;
/** Tables without a description beside any row begin no further right than this. */
const DEEPEST_ROW = 9;

/** Where a page has a flag. */
export function placesOfFlags(text: string): Places {
  const heads = text.split('\n').map(flagHead);
  return places(text, heads, new Set(usageLines(text).flatMap((line) => flagWords(line))));
}

/** Where a page has a command; `words` are the program and the path, which rows and usage lines may repeat. */
export function placesOfCommands(text: string, words: readonly string[]): Places {
  const heads = text.split('\n').map((line) => commandHead(line, words));
  const aliases = [...text.matchAll(ALIASES)].flatMap(([, list = '']) => list.split(/[\s,]+/));
  const usage = usageLines(text).flatMap((line) =>
    (afterWords(line.replace(USAGE, '').trim(), words).split(/\s/, 1)[0] ?? '').split(/[()[\]{}|]/),
  );
  const found = places(text, heads, new Set(usage));
  const listed = new Set([...usageLines(text), ...lists(text)].flatMap((line) => line.split(SEPARATORS)));
  return (name) => {
    if (aliases.includes(name)) return 'row';
    const place = found(name);
    return place === 'text' && listed.has(name) ? 'line' : place;
  };
}

function places(text: string, heads: readonly (Head | undefined)[], usage: ReadonlySet<string>): Places {
  const limit = descriptionColumn(text, heads);
  const rows = new Set<string>();
  const lines = new Set<string>();
  for (const head of heads)
    if (head !== undefined) {
      for (const name of [...head.names, ...head.cell]) lines.add(name);
      if (head.whole && head.indent < limit) for (const name of head.names) rows.add(name);
    }
  return (name) => {
    if (rows.has(name)) return 'row';
    if (usage.has(name)) return 'usage';
    return lines.has(name) ? 'line' : 'text';
  };
}

// Wrapped descriptions begin where the descriptions of the rows begin, so a row begins left of all of them.
function descriptionColumn(text: string, heads: readonly (Head | undefined)[]): number {
  const columns = text.split('\n').flatMap((line, index) => {
    const indent = heads[index]?.whole === true ? heads[index].indent : undefined;
    if (indent === undefined) return [];
    const gap = GAP.exec(line.slice(indent));
    return gap === null ? [] : [indent + gap.index + gap[0].length - 1];
  });
  return columns.length === 0 ? DEEPEST_ROW : Math.min(...columns);
}

function flagHead(line: string): Head | undefined {
  const indent = (DECORATION.exec(line)?.[0] ?? '').length;
  const names: string[] = [];
  let rest = line.slice(indent);
  for (let flag = FLAG.exec(rest); flag !== null; flag = FLAG.exec(rest)) {
    names.push(...spellings(flag[1] as string));
    const behind = rest.slice(flag[0].length).replace(VALUE, '');
    const next = NEXT_FLAG.exec(behind) ?? (PANEL.test(line) ? NEXT_CELL.exec(behind) : null);
    rest = behind.slice(next?.[0].length ?? 0);
    if (next === null) break;
  }
  const [cell = ''] = line.slice(indent).split(/ {2,}|\t/, 1);
  return names.length === 0
    ? undefined
    : { names, cell: flagWords(cell), whole: isRow(line, rest, indent), indent };
}

// A row stands apart from the margin, its description from it, or all of it in brackets; a sentence does neither.
function isRow(line: string, rest: string, indent: number): boolean {
  return line.startsWith('[-') || (REST.test(rest) && (indent > 0 || / {2,}|\t/.test(rest)));
}

function commandHead(line: string, words: readonly string[]): Head | undefined {
  const indent = (DECORATION.exec(line)?.[0] ?? '').length;
  let rest = afterWords(line.slice(indent).trimEnd(), words);
  const names: string[] = [];
  const cell: string[] = [];
  for (let name = NAME.exec(rest); name !== null; name = NAME.exec(rest)) {
    const whole = name[0].replace(/:$/, '');
    names.push(whole);
    cell.push(whole.slice(whole.lastIndexOf(':') + 1));
    const next = NEXT_NAME.exec(rest.slice(name[0].length));
    rest = rest.slice(name[0].length + (next?.[0].length ?? 0));
    if (next === null) break;
  }
  return names.length === 0 ? undefined : { names, cell, whole: indent > 0 && REST.test(rest), indent };
}

// Names between braces, and other names in parentheses behind the first word of a row.
function lists(text: string): string[] {
  return [...text.matchAll(/\{[^{}]*\}|^ +\S+ \([^()]*\)/gm)].map(([list]) => list);
}

function afterWords(text: string, words: readonly string[]): string {
  let rest = text;
  for (const word of words)
    if (rest.startsWith(`${word} `) && rest[word.length + 1] !== ' ') rest = rest.slice(word.length + 1);
  return rest;
}

function usageLines(text: string): string[] {
  const found: string[] = [];
  let label: number | undefined;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    if (USAGE.test(line)) label = indent;
    else if (label !== undefined && (line.trim() === '' || indent <= label)) label = undefined;
    if (label !== undefined) found.push(line);
  }
  return found;
}

function flagWords(line: string): string[] {
  const variants = [line, line.replaceAll(/\[no-?\]/g, 'no-'), line.replaceAll(/\[no-?\]/g, '')];
  return variants.flatMap((variant) => variant.split(SEPARATORS)).filter((word) => word.startsWith('-'));
}

function spellings(flag: string): string[] {
  const bare = flag.replace(/\.+$/, '');
  return NEGATABLE.test(bare) ? [bare.replace(NEGATABLE, 'no-'), bare.replace(NEGATABLE, '')] : [bare];
}
