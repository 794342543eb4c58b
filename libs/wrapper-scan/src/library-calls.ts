import { mergeFields } from './expressions';
import type { CallArguments } from './reader';
import type { Node } from './syntax';
import { concatText } from './text';
import type { Piece } from './text';
import { element, sequenceOf, spread } from './sequence';
import { mapOptions, NOTHING, oneOf, staticText, unknown } from './value';
import type { ExternalValue, Field, Sequence, Value } from './value';

type LibraryCall = (given: CallArguments, node: Node) => Value;

const first: LibraryCall = (given) => given.argument(0);
const list = (sequence: Sequence): Value => ({ kind: 'list', sequence });

/** Functions of the platform that carry argument lists or the program's name along. */
const LIBRARY: Readonly<Record<string, LibraryCall>> = {
  'global:Object.freeze': first,
  'global:Object.seal': first,
  'global:Object.assign': (given, node) => assigned(given.rest(0), node),
  'global:Object.keys': (given, node) =>
    members(given.argument(0), node, (name, field) => staticText(name, field.key)),
  'global:Object.values': (given, node) => members(given.argument(0), node, (_, field) => field.read()),
  'global:Object.entries': (given, node) => members(given.argument(0), node, pair),
  'global:Array.from': (given, node) => list(spread(given.argument(0), node)),
  'global:Array.of': (given) => given.rest(0),
  'global:String': first,
  'path:join': lastArgument,
  'path:resolve': lastArgument,
  'path:normalize': first,
  'url:fileURLToPath': first,
  'fs:realpathSync': first,
  'util:promisify': first,
};

/** The result of a platform function; undefined when it is not one that is read. */
export function callLibrary(callee: ExternalValue, given: CallArguments, node: Node): Value | undefined {
  const module = callee.module.replace(/^node:/, '');
  return LIBRARY[`${module}:${callee.name}`]?.(given, node);
}

function pair(name: string, field: Field): Value {
  return list(sequenceOf([element(staticText(name, field.key)), { kind: 'item', value: field.read() }]));
}

function members(object: Value, node: Node, read: (name: string, field: Field) => Value): Value {
  return mapOptions(object, (option) => {
    if (option.kind === 'nothing') return list(sequenceOf([]));
    if (option.kind !== 'record') return list({ kind: 'rest', node });
    const known = [...option.fields].map(
      ([name, field]) => ({ kind: 'item', value: read(name, field) }) as const,
    );
    const open = option.open ? [{ kind: 'rest', node: option.open } as const] : [];
    return list(sequenceOf([...known, ...open]));
  });
}

function assigned(objects: Value, node: Node): Value {
  const fields = new Map<string, Field>();
  if (objects.kind !== 'list' || objects.sequence.kind !== 'all') return unknown(node);
  let open: Node | undefined;
  for (const part of objects.sequence.parts) {
    open = (part.kind === 'item' ? mergeFields(fields, part.value, node) : node) ?? open;
  }
  return { kind: 'record', fields, ...(open && { open }) };
}

/** A path is known by its end, where the name of the program stands. */
function lastArgument(given: CallArguments, node: Node): Value {
  const all = given.rest(0);
  if (all.kind !== 'list' || all.sequence.kind !== 'all') return unknown(node);
  const last = all.sequence.parts.at(-1);
  if (!last) return NOTHING;
  const end = oneOf(valuesOf(last, node));
  return all.sequence.parts.length === 1
    ? end
    : concatText([unknown(node), staticText('/', node), end].map(piece(node)));
}

function piece(node: Node): (value: Value) => Piece {
  return (value) => ({ value, node });
}

function valuesOf(part: Sequence, node: Node): Value[] {
  if (part.kind === 'item') return [part.value];
  return part.kind === 'any' ? part.options.flatMap((option) => valuesOf(option, node)) : [unknown(node)];
}
