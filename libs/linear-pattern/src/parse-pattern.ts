import { parseClass, readEscape } from './parse-class';
import { PatternProblem, type PatternNode } from './syntax';
import { isLineEnd, unitOf } from './unit-sets';

/** A pattern's tree and the names of its groups, by their index. */
export interface ParsedPattern {
  readonly root: PatternNode;
  readonly groups: readonly (string | undefined)[];
}

/** A pattern while it is read. */
export interface PatternSource {
  readonly text: string;
  at: number;
}

interface Reading extends PatternSource {
  readonly groups: (string | undefined)[];
  depth: number;
}

/** Groups in groups that are followed. */
const MOST_DEPTH = 100;
const MOST_REPEATS = 1000;

/**
 * Reads a regular expression of JavaScript without flags but `m`: no look-around, no back-references, no `\p`, all of which a search
 * in linear time cannot have.
 *
 * @throws {PatternProblem}
 */
export function parsePattern(text: string): ParsedPattern {
  const reading: Reading = { text, at: 0, groups: [], depth: 0 };
  const root = parseChoice(reading);
  if (reading.at < text.length) throw new PatternProblem('there is a ")" without "("', reading.at);
  return { root, groups: reading.groups };
}

function parseChoice(reading: Reading): PatternNode {
  const options = [parseSequence(reading)];
  while (reading.text[reading.at] === '|') {
    reading.at += 1;
    options.push(parseSequence(reading));
  }
  return options.length === 1 ? (options[0] as PatternNode) : { kind: 'choice', options };
}

function parseSequence(reading: Reading): PatternNode {
  const items: PatternNode[] = [];
  for (;;) {
    const next = reading.text[reading.at];
    if (next === undefined || next === '|' || next === ')') return { kind: 'sequence', items };
    items.push(parseRepeat(reading));
  }
}

function parseRepeat(reading: Reading): PatternNode {
  const start = reading.at;
  const item = parseAtom(reading);
  const bounds = parseBounds(reading);
  if (bounds === undefined) return item;
  if (item.kind === 'assertion') throw new PatternProblem('there is nothing to repeat', start);
  const greedy = reading.text[reading.at] !== '?';
  if (!greedy) reading.at += 1;
  return { kind: 'repeat', item, ...bounds, greedy };
}

function parseBounds(reading: Reading): { readonly least: number; readonly most: number } | undefined {
  const rest = reading.text.slice(reading.at, reading.at + 24);
  const [sign, least, comma, most] = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/.exec(rest) ?? [];
  if (sign === undefined) return undefined;
  const start = reading.at;
  reading.at += sign.length;
  if (least === undefined) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
  const from = Number(least);
  const to = comma === undefined ? from : most === '' ? Infinity : Number(most);
  if (from > to) throw new PatternProblem('the bounds of a repetition are out of order', start);
  if (Math.max(from, to === Infinity ? 0 : to) > MOST_REPEATS)
    throw new PatternProblem(`a repetition is bounded by more than ${MOST_REPEATS}`, start);
  return { least: from, most: to };
}

function parseAtom(reading: Reading): PatternNode {
  const start = reading.at;
  const next = reading.text[start] as string;
  if (next === '(') return parseGroup(reading);
  if (next === '[') return parseClass(reading);
  if (next === '\\') return readEscape(reading);
  if (/[*+?]/.test(next)) throw new PatternProblem('there is nothing to repeat', start);
  if (next === '{' && /^\{\d+(?:,\d*)?\}/.test(reading.text.slice(start, start + 24)))
    throw new PatternProblem('there is nothing to repeat', start);
  reading.at += 1;
  if (next === '^') return { kind: 'assertion', assertion: 'line-start' };
  if (next === '$') return { kind: 'assertion', assertion: 'line-end' };
  if (next === '.') return { kind: 'unit', test: (unit) => !isLineEnd(unit), literal: false };
  const wanted = unitOf(next);
  return { kind: 'unit', test: (unit) => unit === wanted, literal: true };
}

function parseGroup(reading: Reading): PatternNode {
  const start = reading.at;
  const [opening = '(', name] = /^\((?:\?:|\?<([A-Za-z_$][\w$]*)>)?/.exec(reading.text.slice(start)) ?? [];
  reading.at += opening.length;
  if (reading.text[reading.at] === '?' && opening === '(') throw unknownGroup(reading.text, start);
  if (name !== undefined && reading.groups.includes(name))
    throw new PatternProblem(`two groups are named "${name}"`, start);
  const index = opening === '(?:' ? undefined : reading.groups.push(name) - 1;
  reading.depth += 1;
  if (reading.depth > MOST_DEPTH) throw new PatternProblem('groups are nested too deep', start);
  const item = parseChoice(reading);
  reading.depth -= 1;
  if (reading.text[reading.at] !== ')') throw new PatternProblem('a group is not closed', start);
  reading.at += 1;
  return { kind: 'group', item, ...(index !== undefined && { index }) };
}

function unknownGroup(text: string, start: number): PatternProblem {
  const looks = /^\(\?<?[=!]/.test(text.slice(start));
  return new PatternProblem(
    looks
      ? 'look-around is not supported, because it cannot be searched for in bounded time'
      : 'a group begins in a way that is not known',
    start,
  );
}
