import type { Node } from './syntax';
import { NOTHING, oneOf, unknown } from './value';
import type { Sequence, Value } from './value';

/** No element at all. */
export const EMPTY: Sequence = { kind: 'all', parts: [], group: false };

/** Parts one after the other; as a `group` they were written in one array literal or one call. */
export function sequenceOf(parts: readonly Sequence[], group = false): Sequence {
  const kept = parts.flatMap((part) => (isOpened(part, group) ? part.parts : [part]));
  if (kept.length === 0) return EMPTY;
  return kept.length === 1 && !group ? (kept[0] as Sequence) : { kind: 'all', parts: kept, group };
}

/** Lists grow by one part at a time. */
const MAX_OPENED = 64;

/** Short runs are put together, so that lists stay flat; long ones are not, so that growing them stays cheap. */
function isOpened(part: Sequence, group: boolean): part is Sequence & { kind: 'all' } {
  if (part.kind !== 'all' || part.parts.length >= MAX_OPENED) return false;
  return group ? part === EMPTY : !part.group;
}

export function anyOf(options: readonly Sequence[]): Sequence {
  const kept = [...new Set(options)];
  if (kept.length === 0) return EMPTY;
  return kept.length === 1 ? (kept[0] as Sequence) : { kind: 'any', options: kept };
}

export function repeated(body: Sequence): Sequence {
  return body === EMPTY ? EMPTY : { kind: 'repeat', body };
}

/** A value as one element of a list; what is absent at run time adds nothing. */
export function element(value: Value): Sequence {
  if (value.kind === 'nothing') return EMPTY;
  if (value.kind !== 'choice') return { kind: 'item', value };
  const present = value.options.filter(({ kind }) => kind !== 'nothing');
  // An option of the wrapper that may be left out is not passed then: only `x && '--flag'` is made to be absent.
  const options =
    present.length > 0 && present.every(({ kind }) => kind === 'unknown') ? present : value.options;
  return anyOf(options.map(element));
}

/** A value spread into a list. */
export function spread(value: Value, node: Node): Sequence {
  if (value.kind === 'list') return value.sequence;
  if (value.kind === 'nothing') return EMPTY;
  if (value.kind === 'choice') return anyOf(value.options.map((option) => spread(option, node)));
  return { kind: 'rest', node: value.kind === 'unknown' ? value.node : node };
}

/** Every element a list may have, as one choice. */
export function elementsOf(sequence: Sequence): Value {
  const values: Value[] = [];
  const seen = new Set<Sequence>();
  const visit = (part: Sequence): void => {
    // Parts are shared between alternatives, so that a list has far fewer parts than ways through them.
    if (seen.has(part)) return;
    seen.add(part);
    if (part.kind === 'item') values.push(part.value);
    else if (part.kind === 'rest') values.push(unknown(part.node));
    else if (part.kind === 'all') part.parts.forEach(visit);
    else if (part.kind === 'any') part.options.forEach(visit);
    else if (part.kind === 'repeat') visit(part.body);
  };
  visit(sequence);
  return oneOf(values);
}

/** The element at an index, or any element when the index falls behind parts of unknown length. */
export function elementAt(sequence: Sequence, index: number): Value {
  const parts = partsOf(sequence);
  for (const [at, part] of parts.entries()) {
    const value = oneElement(part);
    if (!value) return elementsOf(sequenceOf(parts.slice(at)));
    if (at === index) return value;
  }
  return NOTHING;
}

/** A list without its first elements; as it is when it is not known which those are. */
export function withoutFirst(sequence: Sequence, count: number): Sequence {
  const parts = partsOf(sequence);
  const known = parts.slice(0, count).every((part) => oneElement(part) !== undefined);
  return count > 0 && known ? sequenceOf(parts.slice(count), true) : sequence;
}

/** The parts of a list that follow one another, wherever they were written. */
function partsOf(sequence: Sequence): readonly Sequence[] {
  return sequence.kind === 'all' ? sequence.parts.flatMap(partsOf) : [sequence];
}

/** The value of a part that is one element in any case. */
function oneElement(part: Sequence): Value | undefined {
  if (part.kind === 'item') return part.value;
  if (part.kind !== 'any') return undefined;
  const values = part.options.map(oneElement);
  return values.every((value) => value !== undefined) ? oneOf(values) : undefined;
}

/** Replaces each element, keeping the order and the branches of the list. */
export function mapElements(sequence: Sequence, replace: (value: Value) => Sequence): Sequence {
  const done = new Map<Sequence, Sequence>();
  const visit = (part: Sequence): Sequence => {
    const known = done.get(part) ?? mapPart(part, replace, visit);
    done.set(part, known);
    return known;
  };
  return visit(sequence);
}

function mapPart(
  part: Sequence,
  replace: (value: Value) => Sequence,
  visit: (part: Sequence) => Sequence,
): Sequence {
  if (part.kind === 'item') return replace(part.value);
  if (part.kind === 'rest') return repeated(replace(unknown(part.node)));
  if (part.kind === 'repeat') return repeated(visit(part.body));
  if (part.kind === 'any') return anyOf(part.options.map(visit));
  return part.kind === 'self' ? part : sequenceOf(part.parts.map(visit), part.group);
}
