import type { SourceFile } from './parse-source';
import type { Frame } from './frame';
import type { Owner } from './owners';
import type { FunctionNode, Node } from './syntax';

/** What is known of a value without running the program. */
export type Value =
  | { readonly kind: 'nothing' }
  | TextValue
  | { readonly kind: 'list'; readonly sequence: Sequence }
  | RecordValue
  | FunctionValue
  | { readonly kind: 'class'; readonly owner: Owner }
  | { readonly kind: 'instance'; readonly owner: Owner }
  /** A file of the program, as a namespace. */
  | { readonly kind: 'module'; readonly file: SourceFile }
  /** Something of a package or of the platform; `name` is a dotted path, empty for the module itself. */
  | ExternalValue
  | UnknownValue
  | ChoiceValue;

/** A string, as far as it is known. */
export interface TextValue {
  readonly kind: 'text';
  readonly parts: readonly TextPart[];
}

/** A piece of a string: written in the source, known only at run time, or a list joined by spaces. */
export type TextPart =
  | { readonly kind: 'static'; readonly text: string; readonly node: Node; readonly offset: number }
  | { readonly kind: 'hole'; readonly node: Node }
  | { readonly kind: 'words'; readonly sequence: Sequence };

export interface RecordValue {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, Field>;
  /** Where members come in whose names are not known. */
  readonly open?: Node;
}

/** A member of an object; its value is read when asked for. */
export interface Field {
  readonly key: Node;
  read(): Value;
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly node: FunctionNode;
  readonly frame: Frame;
}

export interface ExternalValue {
  readonly kind: 'external';
  readonly module: string;
  readonly name: string;
}

/** Reading stopped at this node. */
export interface UnknownValue {
  readonly kind: 'unknown';
  readonly node: Node;
}

export interface ChoiceValue {
  readonly kind: 'choice';
  readonly options: readonly Value[];
}

/** The contents of a list: what may stand in it, in order. */
export type Sequence =
  | { readonly kind: 'item'; readonly value: Value }
  /** Any number of elements that are not known. */
  | { readonly kind: 'rest'; readonly node: Node }
  /** One after the other; a `group` was written in one array literal or one call. */
  | { readonly kind: 'all'; readonly parts: readonly Sequence[]; readonly group: boolean }
  | { readonly kind: 'any'; readonly options: readonly Sequence[] }
  | { readonly kind: 'repeat'; readonly body: Sequence }
  /** Stands for the list's own earlier contents while `a = [...a, x]` is read. */
  | { readonly kind: 'self' };

export const NOTHING: Value = { kind: 'nothing' };
/** No value at all: what a reading gives that only leads back to itself. */
export const NEVER: Value = { kind: 'choice', options: [] };
export const EMPTY: Sequence = { kind: 'all', parts: [], group: false };

/** More alternatives than this say nothing that a reader could use. */
const MAX_OPTIONS = 1000;

/** One of several values; nested choices are flattened and repeated ones dropped. */
export function oneOf(values: readonly Value[]): Value {
  const options = new Set<Value>();
  for (const value of values) {
    for (const option of value.kind === 'choice' ? value.options : [value]) options.add(option);
  }
  const [first] = options;
  if (options.size === 1) return first as Value;
  return { kind: 'choice', options: [...options].slice(0, MAX_OPTIONS) };
}

const UNKNOWNS = new WeakMap<Node, UnknownValue>();

/** One value per node, so that a choice holds it once. */
export function unknown(node: Node): UnknownValue {
  const known = UNKNOWNS.get(node) ?? { kind: 'unknown', node };
  UNKNOWNS.set(node, known);
  return known;
}

export function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'choice' ? value.options : [value];
}

/** Applies a reading to each alternative of a value. */
export function mapOptions(value: Value, read: (option: Value) => Value): Value {
  return value.kind === 'choice' ? oneOf(value.options.map(read)) : read(value);
}

export function staticText(text: string, node: Node): TextValue {
  return { kind: 'text', parts: text === '' ? [] : [{ kind: 'static', text, node, offset: 0 }] };
}

/** The whole string, when all of it is known. */
export function wholeText(value: Value): string | undefined {
  if (value.kind !== 'text') return undefined;
  let text = '';
  for (const part of value.parts) {
    if (part.kind !== 'static') return undefined;
    text += part.text;
  }
  return text;
}

export function sequenceOf(parts: readonly Sequence[], group = false): Sequence {
  // Lists grow by one part at a time; keeping them flat keeps their readers from recursing once per part.
  const kept = parts.flatMap((part) =>
    part.kind === 'all' && (group ? part === EMPTY : !part.group) ? part.parts : [part],
  );
  if (kept.length === 0) return EMPTY;
  return kept.length === 1 && !group ? (kept[0] as Sequence) : { kind: 'all', parts: kept, group };
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
  if (value.kind === 'choice') return anyOf(value.options.map(element));
  return { kind: 'item', value };
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
  const fixed = sequence.kind === 'all' ? sequence.parts : [sequence];
  for (const [at, part] of fixed.entries()) {
    const value = oneElement(part);
    if (!value) return elementsOf(sequenceOf(fixed.slice(at)));
    if (at === index) return value;
  }
  return NOTHING;
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
