/** What a value of a record may be: enough of a type system for shape, key order and list order of JSON artifacts. */
export type ValueType =
  | { readonly kind: 'text'; readonly pattern?: TextPattern }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'constant'; readonly value: string | number }
  | { readonly kind: 'count' | 'boolean' | 'true' | 'any' }
  | { readonly kind: 'map'; readonly value: ValueType }
  | ListType
  | RecordType;

/** The types of single values. */
export type ScalarType = Exclude<ValueType, ListType | RecordType | { readonly kind: 'map' }>;

/** A form that a text must have where records are checked strictly. */
export interface TextPattern {
  readonly expression: RegExp;
  readonly meaning: string;
}

/** A list; with `order`, its items stand in that order and no two have the same identity. */
export interface ListType {
  readonly kind: 'list';
  readonly item: ValueType;
  readonly order?: ListOrder;
}

/** How the items of a list are ordered and told apart. */
export interface ListOrder {
  /** What an item is called, in ids (`duplicate-<noun>`) and messages. */
  readonly noun: string;
  compare(a: never, b: never): number;
  /** What makes an item the same as another. */
  identity(item: never): string;
}

/**
 * A record whose keys are written in the order of its fields. An `open` one may hold further keys, and the keys of everything
 * in it are sorted.
 */
export interface RecordType {
  readonly kind: 'record';
  readonly fields: readonly Field[];
  readonly byName: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
  /** The fields that hold an ordered list, at any depth. */
  readonly ordered: readonly Field[];
  readonly open?: true;
  /** At least one of these keys must be there. */
  readonly anyOf?: readonly string[];
}

/** One key of a record. */
export interface Field {
  readonly name: string;
  readonly type: ValueType;
  readonly required: boolean;
}

export const TEXT: ValueType = { kind: 'text' };
export const BOOLEAN: ValueType = { kind: 'boolean' };
/** A mark that is either `true` or absent. */
export const MARK: ValueType = { kind: 'true' };
export const COUNT: ValueType = { kind: 'count' };

/** A value that may be anything. */
export const ANY: ValueType = { kind: 'any' };

/** Exactly one value. */
export function constant(value: string | number): ValueType {
  return { kind: 'constant', value };
}

/** One of some words. */
export function oneOf(...words: readonly string[]): ValueType {
  return { kind: 'word', words };
}

/** An object whose keys are data, written in byte order. */
export function mapOf(value: ValueType): ValueType {
  return { kind: 'map', value };
}

/** A list of values in the order in which they were read. */
export function listOf(item: ValueType, order?: ListOrder): ListType {
  return { kind: 'list', item, order };
}

export const TEXTS: ValueType = listOf(TEXT);

/** A record type from a table of types: a key that ends in `?` is optional. */
export function recordOf(
  table: Readonly<Record<string, ValueType>>,
  options: Pick<RecordType, 'open' | 'anyOf'> = {},
): RecordType {
  const fields = Object.entries(table).map(([key, type]) => ({
    name: key.replace(/\?$/, ''),
    type,
    required: !key.endsWith('?'),
  }));
  return {
    kind: 'record',
    fields,
    byName: new Map(fields.map((field) => [field.name, field])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    ordered: fields.filter(({ type }) => holdsOrder(type)),
    ...options,
  };
}

/** Whether a value of the type holds an ordered list, at any depth. */
export function holdsOrder(type: ValueType): boolean {
  if (type.kind === 'list') return type.order !== undefined || holdsOrder(type.item);
  return type.kind === 'record' && type.ordered.length > 0;
}
