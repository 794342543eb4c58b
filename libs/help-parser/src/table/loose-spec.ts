import { matchAt } from '../text/match-at';
import type { FlagSpec } from './flag-spec';
import { type LooseValue, readLooseValue } from './loose-value';
import { withGluedValues } from './glued-values';

interface Draft {
  names: string[];
  values: LooseValue[];
  repeatable: boolean;
}

interface Spelling {
  readonly names: readonly string[];
  readonly value?: LooseValue;
  readonly end: number;
}

// `[!]` negates in tables of packet filters; a dash alone is an operand.
const PREFIX = /^(?:\[!\] ?|-, (?=-))/;
const LONG =
  /--(?:\[no-?\])?[^\s,;=<>[\](){}|/:'"`.-][^\s,;=<>[\](){}|/'"`]*(?:\[[A-Za-z]+\][A-Za-z-]*(?![^\s,=]))?/y;
const SINGLE_DASH = /-[\p{L}\p{N}_][^\s,;=<>[\](){}|/'"`]*/uy;
// `-?`, `-<`, `-+`: one character that is no letter.
const SIGN = /-[?<>@#+!%^~*:.](?=$|[\s,|])/y;
const RANGE = /-(\d) ?(?:\.\.\.?|to|,? ?\.\.\.,) ?-(\d)(?=$|[\s,])/y;
const NEXT = /(?: ?[,|/] *| or | - | )(?=--?[^\s-])/y;
const NEXT_BEHIND_GAP = / {2,}(?=--?[^\s-])/y;
const LEADING_MARK = /^(?:\s+-|\s*:|;)(?=\s)/;
const MOST_SPELLINGS = 24;

/**
 * Reads the flag spellings and values with which a row begins in any of the ways that programs write them by hand; undefined
 * when it does not begin with a flag. Whatever the text, the work is bounded by its length.
 */
export function readLooseSpec(line: string): FlagSpec | undefined {
  const text = line.replace(PREFIX, '');
  return text.startsWith('[-') || text.startsWith('{-') ? readGroup(text) : readSpellings(text);
}

// `[-n|--no-strip]  text`, `{--start|--begin} <n>  text`
function readGroup(text: string): FlagSpec | undefined {
  const close = text[0] === '[' ? ']' : '}';
  const end = text.startsWith('{') ? text.indexOf(close) : closingOf(text);
  if (end < 0) return undefined;
  const inner = readSpellings(text.slice(1, end));
  if (inner === undefined || inner.rest !== '') return undefined;
  const value = readLooseValue(text, end + 1);
  const rest = text.slice(value?.end ?? end + 1);
  if (rest !== '' && !rest.startsWith(' ')) return undefined;
  const values = value === undefined ? inner.values : [...inner.values, value.name];
  return { ...inner, values, rest: withoutMark(rest) };
}

function closingOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return -1;
}

function readSpellings(text: string): FlagSpec | undefined {
  const draft: Draft = { names: [], values: [], repeatable: false };
  let at = 0;
  for (let count = 0; count < MOST_SPELLINGS; count++) {
    const spelling = readSpelling(text, at);
    if (spelling === undefined) break;
    draft.names.push(...spelling.names);
    if (spelling.value !== undefined) draft.values.push(spelling.value);
    draft.repeatable ||= text.startsWith('...', spelling.end);
    at = spelling.end + (text.startsWith('...', spelling.end) ? 3 : 0);
    const next = nextSpelling(text, at, draft.names);
    if (next === undefined) break;
    at = next;
  }
  const rest = text.slice(at).replace(/^,(?=\s|$)/, '');
  if (draft.names.length === 0 || (rest !== '' && !/^[\s:;]/.test(rest))) return undefined;
  return toSpec(draft, withoutMark(rest));
}

function toSpec({ names, values, repeatable }: Draft, rest: string): FlagSpec | undefined {
  const glued = withGluedValues(
    names,
    values.map((value) => value.name),
  );
  if (glued.names.length === 0) return undefined;
  return {
    names: [...new Set(glued.names)],
    values: glued.values.slice(0, 1),
    optional: values.some((value) => value.optional),
    attached: values.some((value) => value.optional && value.attached),
    repeatable: repeatable || values.some((value) => value.repeatable),
    rest,
  };
}

function withoutMark(rest: string): string {
  return rest.replace(LEADING_MARK, '').trim();
}

function readSpelling(text: string, at: number): Spelling | undefined {
  const range = matchAt(RANGE, text, at);
  if (range !== null) return { names: digits(Number(range[1]), Number(range[2])), end: at + range[0].length };
  const match = matchAt(LONG, text, at) ?? matchAt(SINGLE_DASH, text, at) ?? matchAt(SIGN, text, at);
  if (match === null) return undefined;
  const name = match[0].length > 2 ? match[0].replace(/[.:]+$/, '') : match[0];
  const end = at + name.length;
  const value = readLooseValue(text, end);
  return { names: variants(name), end: value?.end ?? end, ...(value !== undefined && { value }) };
}

function digits(from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `-${from + index}`);
}

// `--[no-]color` is two flags, `--colo[u]r` is one flag in two spellings.
function variants(name: string): string[] {
  const negated = /^--\[(no-?)\](.+)$/.exec(name);
  if (negated !== null) return [`--${negated[2]}`, `--${negated[1]}${negated[2]}`];
  const inner = /^(.+)\[([A-Za-z]+)\]([A-Za-z-]*)$/.exec(name);
  return inner === null ? [name] : [`${inner[1]}${inner[3]}`, `${inner[1]}${inner[2]}${inner[3]}`];
}

/** Where the next spelling begins; behind a gap only one of the kind that is not there yet, and with a gap behind it. */
function nextSpelling(text: string, at: number, names: readonly string[]): number | undefined {
  const gap = matchAt(NEXT_BEHIND_GAP, text, at);
  if (gap === null) {
    const next = matchAt(NEXT, text, at);
    return next === null ? undefined : at + next[0].length;
  }
  const begin = at + gap[0].length;
  const isLong = text.startsWith('--', begin);
  if (names.some((name) => name.startsWith('--') === isLong)) return undefined;
  const spelling = readSpelling(text, begin);
  const behind = spelling === undefined ? 'x' : text.slice(spelling.end, spelling.end + 2);
  return /^(?:$| {2}| :| $|:|, ?-?)/.test(behind) || isLong ? begin : undefined;
}
