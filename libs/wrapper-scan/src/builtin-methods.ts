import { valueArguments } from './arguments';
import { elementOf } from './patterns';
import type { CallArguments, Reader } from './reader';
import type { Node } from './syntax';
import { splitWords } from './shell-words';
import { concatText, wordsText } from './text';
import {
  anyOf,
  element,
  elementAt,
  elementsOf,
  mapElements,
  repeated,
  sequenceOf,
  spread,
  withoutFirst,
} from './sequence';
import { mapOptions, NOTHING, oneOf, optionsOf, unknown, wholeText } from './value';
import type { Sequence, TextValue, Value } from './value';

/** A call of a method that every list or string has. */
export interface MethodCall {
  readonly reader: Reader;
  readonly given: CallArguments;
  readonly node: Node;
}

/** The result of a method that lists or strings have; undefined when there is no such method or it is not read. */
export function callMethod(object: Value, name: string, call: MethodCall): Value | undefined {
  if (object.kind === 'list') return LIST_METHODS.get(name)?.(object.sequence, call);
  if (object.kind === 'unknown' && call.given.argument(0).kind === 'function') {
    // Whatever the list holds, the callback says what becomes of it.
    return CALLBACKS.has(name)
      ? LIST_METHODS.get(name)?.({ kind: 'rest', node: object.node }, call)
      : undefined;
  }
  return object.kind === 'text' ? TEXT_METHODS.get(name)?.(object, call) : undefined;
}

const same = (sequence: Sequence): Value => ({ kind: 'list', sequence });
const anyElement = (sequence: Sequence): Value => elementsOf(sequence);

const CALLBACKS: ReadonlySet<string> = new Set(['map', 'flatMap', 'reduce']);

type ListMethod = (sequence: Sequence, call: MethodCall) => Value;
type TextMethod = (text: TextValue, call: MethodCall) => Value;

/** Order and selection are not followed: what a list may hold stays what it may hold. */
const LIST_METHODS: ReadonlyMap<string, ListMethod> = new Map(
  Object.entries<ListMethod>({
    filter: same,
    slice: (sequence, { given }) => same(withoutFirst(sequence, Number(wholeText(given.argument(0)) ?? 0))),
    sort: same,
    reverse: same,
    toSorted: same,
    toReversed: same,
    values: same,
    entries: same,
    at: anyElement,
    find: anyElement,
    pop: anyElement,
    shift: anyElement,
    forEach: () => NOTHING,
    concat: (sequence, { given, node }) => same(sequenceOf([sequence, added(given.rest(0), node)])),
    flat: (sequence, { node }) => same(mapElements(sequence, (value) => flattened(value, node))),
    join: (sequence, { given, node }) => joined(sequence, given.argument(0), node),
    map: (sequence, call) => same(mapElements(sequence, (value) => element(called(call, [value])))),
    flatMap: (sequence, call) =>
      same(mapElements(sequence, (value) => flattened(called(call, [value]), call.node))),
    reduce: (sequence, call) => reduced(sequence, call),
    // A map is kept as the list of its entries.
    get: (sequence, { node }) => elementOfPairs(sequence, node),
  }),
);

const TEXT_METHODS: ReadonlyMap<string, TextMethod> = new Map(
  Object.entries<TextMethod>({
    trim: (text: TextValue) => text,
    toString: (text: TextValue) => text,
    concat: (text, { given, node }) =>
      concatText([text, given.argument(0)].map((value) => ({ value, node }))),
    split: (text, { given, node }) => splitText(text, given.argument(0), node),
  }),
);

/** What `concat` adds: lists are opened, and so is what is not known, unless it follows a string as its value would. */
function added(rest: Value, node: Node): Sequence {
  if (rest.kind !== 'list' || rest.sequence.kind !== 'all') return spread(rest, node);
  const { parts } = rest.sequence;
  const opened = parts.map((part, index) => {
    return index > 0 && isText(parts[index - 1])
      ? openLists(part)
      : mapElements(part, (value) => flattened(value, node));
  });
  return sequenceOf(opened, true);
}

function isText(part: Sequence | undefined): boolean {
  return part?.kind === 'item' && part.value.kind === 'text';
}

function openLists(part: Sequence): Sequence {
  return mapElements(part, (value) => (value.kind === 'list' ? value.sequence : element(value)));
}

function flattened(value: Value, node: Node): Sequence {
  if (value.kind === 'list') return value.sequence;
  if (value.kind === 'unknown') return { kind: 'rest', node: value.node };
  return value.kind === 'choice' ? spreadOptions(value.options, node) : element(value);
}

function spreadOptions(options: readonly Value[], node: Node): Sequence {
  return anyOf(options.map((option) => flattened(option, node)));
}

function joined(sequence: Sequence, separator: Value, node: Node): Value {
  const text = wholeText(separator);
  return text !== undefined && /^\s+$/.test(text)
    ? wordsText(sequence)
    : { kind: 'text', parts: [{ kind: 'hole', node }] };
}

function called({ reader, given, node }: MethodCall, values: readonly Value[]): Value {
  return mapOptions(given.argument(0), (callback) => {
    return callback.kind === 'function' ? reader.call(callback, valueArguments(values)) : unknown(node);
  });
}

function reduced(sequence: Sequence, call: MethodCall): Value {
  const initial = call.given.argument(1);
  const step = called(call, [initial, elementsOf(sequence)]);
  return oneOf([initial, ...optionsOf(step).map((option) => loosened(option))]);
}

/** One round of a reduction stands for any number of them. */
function loosened(value: Value): Value {
  return value.kind === 'list' ? same(repeated(value.sequence)) : value;
}

function elementOfPairs(sequence: Sequence, node: Node): Value {
  return mapOptions(elementOf(same(sequence), node), (pair) => {
    return pair.kind === 'list' ? elementAt(pair.sequence, 1) : unknown(node);
  });
}

function splitText(text: TextValue, separator: Value, node: Node): Value {
  const by = wholeText(separator);
  return same(by !== undefined && /^\s+$/.test(by) ? splitWords(text) : { kind: 'rest', node });
}
