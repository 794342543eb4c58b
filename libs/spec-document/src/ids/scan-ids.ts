import type { FoundId } from '../spec-document';
import { endOfRange, expandRange, numberedId } from './expand-range';
import { hasLookalike, plainHyphens } from './hyphens';
import { idMatcher, type IdMatcher, type Span } from './id-matcher';

/** The ids of a text, and ranges in it that cannot be expanded. */
export interface ScannedIds {
  readonly ids: readonly FoundId[];
  readonly absurdRanges: readonly AbsurdRange[];
}

/** A range that runs backwards or is too long. */
export interface AbsurdRange {
  readonly text: string;
  readonly offset: number;
}

interface Scan {
  readonly text: string;
  readonly plain: string;
  readonly matcher: IdMatcher;
  readonly spans: readonly Span[];
}

/** What an id goes on to, if it is the first of several: `..3092`, `..A-12`, `/3050/3051`. */
interface Tail {
  readonly end: number;
  /** Undefined where they cannot be listed. */
  readonly members: readonly string[] | undefined;
  readonly ends: readonly string[];
}

/**
 * The ids in a text of any kind, in their order. An id holds no blanks and is no part of a longer word (`XORCH-2002`, `ORCH-20022`,
 * `ORCH-2002-B` for a pattern of four digits). Hyphens that only look like one count as hyphens. Ranges (`A-10..12`, `A-10..A-12`, `A-10…12`,
 * `A-10–12`) and lists (`A-10/11/15`) give all their ids; of a range that runs backwards or has more than 500 members its ends. Names of standards
 * (`RFC-2119`, `SHA-256`) are no ids unless a pattern spells them out.
 *
 * @param ids patterns of ids (`SpecFilesConfig.ids`); one that is no regular expression finds nothing
 */
export function scanIds(text: string, ids: readonly string[]): FoundId[] {
  return [...scanText(text, ids).ids];
}

/** `scanIds`, with the ranges that cannot be expanded. */
export function scanText(text: string, patterns: readonly string[]): ScannedIds {
  const matcher = idMatcher(patterns);
  const plain = plainHyphens(text);
  const spans = wordsOf(plain)
    .flatMap(({ word, offset }) =>
      matcher.find(word).map(({ start, end }) => ({ start: start + offset, end: end + offset })),
    )
    .filter((span) => standsAlone(text, span));
  const scan: Scan = { text, plain, matcher, spans };
  const ids: FoundId[] = [];
  const absurdRanges: AbsurdRange[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    const id = plain.slice(span.start, span.end);
    const found = tailOf(scan, span, id);
    const tail = ids.length > MOST_IDS && found !== undefined ? { ...found, members: undefined } : found;
    at = tail?.end ?? span.end;
    const written = text.slice(span.start, at);
    if (tail !== undefined && tail.members === undefined)
      absurdRanges.push({ text: written, offset: span.start });
    const lookalike = hasLookalike(text.slice(span.start, span.end));
    for (const member of tail === undefined ? [id] : (tail.members ?? tail.ends))
      ids.push({ id: member, offset: span.start, length: written.length, lookalike });
  }
  return { ids, absurdRanges };
}

/** Ids of one text after which no range is expanded: ranges make much of little. */
const MOST_IDS = 200_000;

/** Longer runs without a blank are no prose; they are cut where no id goes on. */
const LONGEST_WORD = 2_000;

function wordsOf(text: string): { readonly word: string; readonly offset: number }[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) =>
    word.length <= LONGEST_WORD
      ? [{ word, offset: index }]
      : [...word.matchAll(/[^,;|"'`(){}<>[\]]+/g)].map((part) => ({
          word: part[0],
          offset: index + part.index,
        })),
  );
}

/** Whether no letter, digit, or hyphened part goes on before or after it. A dash between words is no hyphen. */
function standsAlone(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  return (
    !/[\p{L}\p{N}_]$|[A-Z0-9_][-\u2010\u2011]$/u.test(before) &&
    !/^[\p{L}\p{N}_]|^[-\u2010\u2011][A-Z0-9_]/u.test(after)
  );
}

function tailOf(scan: Scan, span: Span, id: string): Tail | undefined {
  const first = numberedId(id);
  if (first === undefined) return undefined;
  const short = /(?:\.{2,3}|[\u2026\u2012-\u2015])(\d{1,15})(?![\p{L}\p{N}_])/uy;
  short.lastIndex = span.end;
  const digits = short.exec(scan.text)?.[1];
  if (digits !== undefined) {
    const members = expandRange(first, digits)?.filter(scan.matcher.isId);
    return { end: short.lastIndex, members, ends: [id, endOfRange(first, digits)].filter(scan.matcher.isId) };
  }
  return fullRange(scan, span, first) ?? listTail(scan, span, id, first);
}

/** A range whose end is written in full: `A-10..A-12`, `A-10 … A-12`, `A-10–A-12`, `[A-10]..[A-12]`. */
function fullRange(
  { text, plain, matcher, spans }: Scan,
  { end }: Span,
  first: { readonly prefix: string; readonly digits: string },
): Tail | undefined {
  const separator = /[ \t]?(?:\.{2,3}|\u2026)[ \t]?|[\u2012-\u2015]|\](?:\.{2,3}|[\u2026\u2012-\u2015])\[/y;
  separator.lastIndex = end;
  if (!separator.test(text)) return undefined;
  const next = spanAt(spans, separator.lastIndex);
  const id = next && plain.slice(next.start, next.end);
  const last = id === undefined ? undefined : numberedId(id);
  if (next === undefined || id === undefined || last?.prefix !== first.prefix) return undefined;
  const members = expandRange(first, last.digits)?.filter(matcher.isId);
  return { end: next.end, members, ends: [first.prefix + first.digits, id] };
}

/** The first span at or after an offset, if it is at it; spans are sorted. */
function spanAt(spans: readonly Span[], start: number): Span | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < start) low = middle + 1;
    else high = middle;
  }
  return spans[low]?.start === start ? spans[low] : undefined;
}

/** A list that names the prefix once: `A-3045/3050/3051`, each number as long as the first. */
function listTail(
  { text, matcher }: Scan,
  { end }: Span,
  id: string,
  { prefix, digits }: { readonly prefix: string; readonly digits: string },
): Tail | undefined {
  const list = new RegExp(`(?:/\\d{${digits.length}})+(?![\\p{L}\\p{N}_])`, 'uy');
  list.lastIndex = end;
  const [numbers] = list.exec(text) ?? [];
  if (numbers === undefined) return undefined;
  const others = numbers
    .slice(1)
    .split('/')
    .map((number) => prefix + number);
  const members = [id, ...others].filter(matcher.isId);
  return { end: end + numbers.length, members, ends: [id] };
}
