import { matchAt } from '../text/match-at';

/** A value as programs write it without any one library's grammar. */
export interface LooseValue {
  readonly name: string;
  readonly optional: boolean;
  readonly attached: boolean;
  readonly repeatable: boolean;
  /** Offset behind the value. */
  readonly end: number;
}

const CLOSING: Readonly<Record<string, string>> = { '<': '>', '[': ']', '{': '}', '(': ')', '"': '"' };
// More than any real value has; bounds the work on input that is no help page.
const LONGEST_VALUE = 400;
const CAPITALS =
  /[A-Z](?:[A-Z0-9_:.|/@%+*,='-]{0,80}[A-Z0-9_'])?(?:\.\.\.|\[[^\s[\]]{0,80}\](?:\.\.\.)?|,\.\.\.){0,4}(?=$|[\s,:)])/y;
// One capital may be the article that begins a description.
const ONE_CAPITAL = /[A-Z](?=$| {2}|, -| --)/y;
const WORDS = /[^\s<>[\](){},:;-][^\s<>[\](){},;]*(?: [^\s<>[\](){},;:.-][^\s<>[\](){},;.]*){0,2}(?= {2,})/y;
const LAST_WORD = /[^\s<>[\](){},:;-][^\s<>(){},;]*(?=,? *$|, -|\s*\|\s*-)/y;
const DOTS = /(?: ?\.\.\.)/y;
const NAME = /[\p{L}\p{N}_][\p{L}\p{N}_./:| -]*/u;

/** Reads the value behind a flag at an offset, or nothing where a description or the next spelling begins. */
export function readLooseValue(text: string, at: number): LooseValue | undefined {
  if (text[at] === '=') return valueOf(text, { from: at + 1, optional: false, attached: true });
  if (text[at] === '[') {
    const attached = text[at + 1] === '=';
    return valueOf(text, { from: at, optional: true, attached });
  }
  if (text[at] === '<' || text[at] === '{')
    return valueOf(text, { from: at, optional: false, attached: true });
  return text[at] === ' ' && text[at + 1] !== ' ' ? separateValue(text, at + 1) : undefined;
}

function separateValue(text: string, from: number): LooseValue | undefined {
  const open = text[from] ?? '';
  if (open === '<' || open === '[' || open === '{' || open === '(') {
    if (/^\[(?:default|possible|required|env|boolean|choices)\b/i.test(text.slice(from, from + 12)))
      return undefined;
    if (open === '(' && !/^\([^\s()]*\)/.test(text.slice(from, from + LONGEST_VALUE))) return undefined;
    return valueOf(text, { from, optional: open === '[', attached: false });
  }
  for (const pattern of [CAPITALS, ONE_CAPITAL, WORDS, LAST_WORD]) {
    const match = matchAt(pattern, text, from);
    if (match !== null && !isWordOfProse(match[0], pattern))
      return toValue(match[0], { from, optional: false, attached: false, end: from + match[0].length, text });
  }
  return undefined;
}

// `-o or`, `-a -`: what joins spellings is no value.
function isWordOfProse(word: string, pattern: RegExp): boolean {
  return pattern !== CAPITALS && /^(?:or|and|-|=|:)\b/.test(word);
}

interface Begin {
  readonly from: number;
  readonly optional: boolean;
  readonly attached: boolean;
}

// A word that may have brackets in it, with blanks inside the brackets.
function valueOf(text: string, begin: Begin): LooseValue | undefined {
  const end = endOfWord(text, begin.from);
  if (end === undefined || end === begin.from) return undefined;
  return toValue(text.slice(begin.from, end), { ...begin, end, text });
}

function endOfWord(text: string, from: number): number | undefined {
  const open: string[] = [];
  const limit = Math.min(text.length, from + LONGEST_VALUE);
  for (let at = from; at < limit; at++) {
    const character = text[at] as string;
    if (character === open.at(-1)) open.pop();
    else if (CLOSING[character] !== undefined && open.at(-1) !== '"') open.push(CLOSING[character] as string);
    else if (open.length === 0 && endsWord(text, at)) return at;
  }
  return open.length === 0 && limit === text.length ? text.length : undefined;
}

function endsWord(text: string, at: number): boolean {
  const character = text[at];
  if (character === ' ') return true;
  if (character === ']' || character === '}') return true;
  const next = text[at + 1];
  if (character === ',' || character === '|' || character === '/')
    return next === undefined || (next === ' ' && character === ',') || next === '-';
  return character === ':' && (next === undefined || next === ' ');
}

function toValue(raw: string, { end, text, ...begin }: Begin & { end: number; text: string }): LooseValue {
  const dots = matchAt(DOTS, text, end)?.[0].length ?? 0;
  // `[HOST/]OWNER/REPO`: only a part of the value may be left out.
  const isPartlyBracketed = /^\[[^\]]*\]\w/.test(raw);
  const name = isPartlyBracketed ? raw : (NAME.exec(raw)?.[0].trim() ?? raw);
  return {
    name: name.replace(/\.+$/, ''),
    optional: begin.optional && !isPartlyBracketed,
    attached: begin.attached,
    repeatable: dots > 0 || /\.\.\.[\]>]*$/.test(raw),
    end: end + dots,
  };
}
