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

/** More alternatives than this say nothing that a reader could use. */
const MAX_OPTIONS = 512;

/** One of several values; nested choices are flattened and repeated ones dropped. */
export function oneOf(values: readonly Value[]): Value {
  const [first] = values;
  if (first && values.every((value) => value === first)) return first;
  const options = new Set<Value>();
  for (const value of values) {
    for (const option of value.kind === 'choice' ? value.options : [value]) options.add(option);
  }
  if (options.size === 1) return options.values().next().value as Value;
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
