import type { SkipRule } from '../lexing/language';
import type { SourceText } from '../source-text';

/** A part of a file in which nothing runs. */
export interface SkippedRange {
  readonly start: number;
  readonly end: number;
}

/** How far a declaration is looked for behind an annotation, and what goes before a statement in its block. */
const REACH = 1_000;
/** A statement behind one of these may not be reached, or not always. */
const CONTROL = /\b(?:if|else|for|foreach|while|switch|select|try|return|defer|go|goto)\b/;
const ATTRIBUTE_LINE = /^\s*(?:@|#!?\[|\[)/;

/**
 * The tests and suites that an annotation (`@Disabled`, `#[ignore]`) or a statement of their own (`t.Skip()`) switches off, with the comments and annotations
 * before them. What is skipped under a condition may run elsewhere, and is none of them.
 */
export function skippedRanges(source: SourceText): SkippedRange[] {
  const skips = source.language?.skips;
  if (skips === undefined) return [];
  return merged([...annotated(source, skips), ...stated(source, skips), ...wholeFile(source, skips)]);
}

/** Ranges in their order, those that overlap as one. */
function merged(ranges: readonly SkippedRange[]): SkippedRange[] {
  const list: SkippedRange[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = list.at(-1);
    if (last === undefined || last.end < start) list.push({ start, end });
    else list[list.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return list;
}

/** Those of some offsets in their order that lie in a range. */
export function offsetsWithin(
  ranges: readonly SkippedRange[],
  offsets: readonly number[],
): ReadonlySet<number> {
  let next = 0;
  return new Set(
    offsets.filter((offset) => {
      while ((ranges[next]?.end ?? Infinity) <= offset) next += 1;
      return (ranges[next]?.start ?? Infinity) <= offset;
    }),
  );
}

function annotated(source: SourceText, { annotations, block }: SkipRule): SkippedRange[] {
  if (annotations === undefined) return [];
  const endOf = block === 'indented' ? endOfIndented : endOfBraces(source);
  return matchesOf(source, annotations).flatMap(({ index }) => {
    const end = endOf(source, index);
    return end === undefined ? [] : [{ start: beginOf(source, index), end }];
  });
}

function stated(source: SourceText, { statements, functions = '' }: SkipRule): SkippedRange[] {
  if (statements === undefined) return [];
  const head = new RegExp(`(?:${functions})\\s{0,20}$`, 'u');
  const { code } = source;
  const blocks = blocksAt(
    code,
    matchesOf(source, statements).map(({ 0: whole, index }) => index + whole.length),
  );
  return blocks.flatMap(({ at, start, end }) => {
    const found = at - start > REACH ? null : head.exec(code.slice(Math.max(0, start - REACH), start));
    if (found === null || CONTROL.test(code.slice(start, at))) return [];
    return [{ start: beginOf(source, start - found[0].length), end }];
  });
}

function wholeFile(source: SourceText, { file }: SkipRule): SkippedRange[] {
  if (file === undefined || matchesOf(source, file).length === 0) return [];
  return [{ start: 0, end: source.text.length }];
}

function matchesOf({ code }: SourceText, pattern: string): RegExpExecArray[] {
  return [...code.matchAll(new RegExp(pattern, 'gmu'))];
}

/** Where a declaration begins, with the lines of comments and annotations before that of an offset. */
function beginOf({ text, code }: SourceText, offset: number): number {
  const earliest = Math.max(0, offset - REACH);
  const head = code.slice(earliest, offset);
  const sign = Math.max(...[...'\n;{}'].map((one) => head.lastIndexOf(one)));
  let start = earliest + sign + 1;
  if (code[start - 1] !== '\n') return start;
  while (start > earliest) {
    const above = code.lastIndexOf('\n', start - 2) + 1;
    const line = code.slice(above, start);
    const isComment = line.trim() === '' && text.slice(above, start).trim() !== '';
    if (!isComment && !ATTRIBUTE_LINE.test(line)) break;
    start = above;
  }
  return start;
}

/** The end of the block in braces that follows, or of the statement where none does. */
function endOfBraces({ code }: SourceText): (source: SourceText, offset: number) => number | undefined {
  const ends = bracesOf(code);
  return ({ closeOf }, offset) => {
    const sign = /[{;(]/g;
    const head = code.slice(offset, offset + REACH);
    for (let found = sign.exec(head); found !== null; found = sign.exec(head)) {
      const at = offset + found.index;
      if (found[0] === '{') return ends.get(at);
      if (found[0] === ';') return at;
      sign.lastIndex = (closeOf(at) ?? at) + 1 - offset;
    }
    return undefined;
  };
}

function bracesOf(code: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of code.matchAll(/[{}]/g)) {
    if (sign === '{') open.push(index);
    else ends.set(open.pop() ?? index, index);
  }
  return ends;
}

/** For each offset the innermost block in braces around it; `start` is that of its brace. */
function blocksAt(code: string, offsets: readonly number[]): (SkippedRange & { readonly at: number })[] {
  if (offsets.length === 0) return [];
  const ends = bracesOf(code);
  const open: number[] = [];
  const braces = [...code.matchAll(/[{}]/g)];
  let next = 0;
  return offsets.flatMap((at) => {
    for (; next < braces.length && (braces[next]?.index ?? at) < at; next += 1)
      if (braces[next]?.[0] === '{') open.push(braces[next]?.index ?? at);
      else open.pop();
    const start = open.at(-1);
    return start === undefined ? [] : [{ at, start, end: ends.get(start) ?? code.length }];
  });
}

/** The end of what is indented below the function or class that follows. */
function endOfIndented({ code, closeOf }: SourceText, offset: number): number | undefined {
  const head = /^[^\S\n]*(?:async\s{1,8})?(?:def|class)\s{1,8}\w{1,200}\s{0,8}/m.exec(
    code.slice(offset, offset + REACH),
  );
  if (head === null) return undefined;
  const name = offset + head.index + head[0].length;
  const indent = /^[^\S\n]*/.exec(head[0])?.[0].length ?? 0;
  // Comments are blank here, and those behind the last line of code may be about what comes next.
  let end = lineEnd(code, code[name] === '(' ? (closeOf(name) ?? name) : name);
  for (let from = end + 1; from < code.length; ) {
    const next = lineEnd(code, from);
    const line = code.slice(from, next);
    const isBlank = line.trim() === '';
    if (!isBlank && line.length - line.trimStart().length <= indent) break;
    if (!isBlank) end = next;
    from = next + 1;
  }
  return end;
}

function lineEnd(code: string, from: number): number {
  const end = code.indexOf('\n', from);
  return end === -1 ? code.length : end;
}
