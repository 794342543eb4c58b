import { anyOf, element, EMPTY, repeated, sequenceOf } from './sequence';
import { NEVER, NOTHING, oneOf, optionsOf, mapOptions } from './value';
import type { Sequence, TextPart, Value } from './value';

/**
 * What has happened to a variable so far: it was given a value (`replaced`, one of several), or it still has the one it
 * started with (`keeps`), to which elements were added `before` and `after`.
 */
export interface History {
  readonly replaced: Value;
  readonly keeps: boolean;
  readonly before: Sequence;
  readonly after: Sequence;
}

export const START: History = { replaced: NEVER, keeps: true, before: EMPTY, after: EMPTY };

/** The variable's own earlier contents, while its new value is read. */
export const SELF: Value = { kind: 'list', sequence: { kind: 'self' } };

/** The value that a history leads to, from nothing. */
export function valueOf({ replaced, keeps, before, after }: History): Value {
  if (!keeps) return replaced;
  const grown: Value = { kind: 'list', sequence: sequenceOf([before, after]) };
  return oneOf([replaced, before === EMPTY && after === EMPTY ? NOTHING : grown]);
}

export function mayBeList({ replaced, keeps }: History): boolean {
  return keeps || optionsOf(replaced).some(({ kind }) => kind === 'list');
}

export function replace(value: Value): History {
  return { ...START, replaced: value, keeps: false };
}

export function append(history: History, added: Sequence): History {
  const replaced = extend(history.replaced, EMPTY, added);
  return { ...history, replaced, after: sequenceOf([history.after, added]) };
}

export function prepend(history: History, added: Sequence): History {
  const replaced = extend(history.replaced, added, EMPTY);
  return { ...history, replaced, before: sequenceOf([added, history.before]) };
}

function extend(value: Value, before: Sequence, after: Sequence): Value {
  if (before === EMPTY && after === EMPTY) return value;
  return mapOptions(value, (option): Value => {
    if (option.kind === 'list')
      return { kind: 'list', sequence: sequenceOf([before, option.sequence, after]) };
    if (option.kind === 'text')
      return { kind: 'text', parts: [...words(before), ...option.parts, ...words(after)] };
    if (option.kind !== 'unknown') return option;
    return { kind: 'list', sequence: sequenceOf([before, { kind: 'rest', node: option.node }, after]) };
  });
}

function words(sequence: Sequence): TextPart[] {
  return sequence === EMPTY ? [] : [{ kind: 'words', sequence }];
}

/** Continues after a decision: in one of its branches, in none of them unless it is exhaustive, many times in a loop. */
export function fork(
  start: History,
  branches: readonly History[],
  { loop, exhaustive }: { loop: boolean; exhaustive: boolean },
): History {
  const ways = exhaustive ? branches : [...branches, START];
  const staying = ways.filter(({ keeps }) => keeps);
  const before = many(
    staying.map((way) => way.before),
    loop,
  );
  const after = many(
    staying.map((way) => way.after),
    loop,
  );
  const kept = staying.length > 0 ? extend(start.replaced, before, after) : NEVER;
  return {
    replaced: oneOf([kept, ...ways.map(({ replaced }) => replaced)]),
    keeps: start.keeps && staying.length > 0,
    before: sequenceOf([before, start.before]),
    after: sequenceOf([start.after, after]),
  };
}

function many(options: readonly Sequence[], loop: boolean): Sequence {
  if (options.every((option) => option === EMPTY)) return EMPTY;
  const one = anyOf(options);
  return loop ? repeated(one) : one;
}

/** What giving a new value does, when the new value is made from the earlier contents. */
export function reassign(history: History, value: Value): History {
  const grown = optionsOf(value).map(splitAtSelf);
  const fresh = optionsOf(value).filter((_, index) => !grown[index]);
  const branches = grown.flatMap((way) => (way ? [{ ...START, ...way }] : []));
  if (branches.length === 0) return replace(value);
  return fork(history, fresh.length > 0 ? [...branches, replace(oneOf(fresh))] : branches, {
    loop: false,
    exhaustive: true,
  });
}

interface Around {
  readonly before: Sequence;
  readonly after: Sequence;
}

function splitAtSelf(value: Value): Around | undefined {
  if (value.kind === 'list') return splitSequence(value.sequence);
  if (value.kind !== 'text') return undefined;
  const at = value.parts.findIndex((part) => part.kind === 'words' && part.sequence.kind === 'self');
  return at < 0
    ? undefined
    : { before: textItem(value.parts.slice(0, at)), after: textItem(value.parts.slice(at + 1)) };
}

function textItem(parts: readonly TextPart[]): Sequence {
  return parts.length === 0 ? EMPTY : element({ kind: 'text', parts });
}

function splitSequence(sequence: Sequence): Around | undefined {
  if (sequence.kind === 'self') return { before: EMPTY, after: EMPTY };
  if (sequence.kind === 'any') {
    const ways = sequence.options.flatMap((option) => splitSequence(option) ?? []);
    if (ways.length === 0) return undefined;
    return {
      before: many(
        ways.map((way) => way.before),
        false,
      ),
      after: many(
        ways.map((way) => way.after),
        false,
      ),
    };
  }
  if (sequence.kind !== 'all') return undefined;
  for (const [index, part] of sequence.parts.entries()) {
    const inner = splitSequence(part);
    if (!inner) continue;
    return {
      before: sequenceOf([...sequence.parts.slice(0, index), inner.before]),
      after: sequenceOf([inner.after, sequenceOf(sequence.parts.slice(index + 1), sequence.group)]),
    };
  }
  return undefined;
}
