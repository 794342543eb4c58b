import { keyName } from './facts';
import { parameterIn } from './frame';
import type { Frame } from './frame';
import type { Reader } from './reader';
import { isInside, parentOf } from './scope';
import { isFunction } from './syntax';
import type { FunctionNode, Node, NodeOf } from './syntax';
import { elementAt, elementsOf, withoutFirst } from './sequence';
import { mapOptions, NEVER, NOTHING, oneOf, optionsOf, staticText, unknown } from './value';
import type { Value } from './value';

/** The value that a declared name (or the pattern around it) takes from where it stands. */
export function readDeclared(reader: Reader, name: Node, frame: Frame): Value {
  const given = parameterIn(frame, name);
  if (given) return given();
  const parent = parentOf(name);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return readDeclarator(reader, parent, frame);
    case 'ObjectProperty':
      return readProperty(reader, parent, name, frame);
    case 'ArrayPattern':
      return readElement(reader, parent, name, frame);
    case 'AssignmentPattern':
      return withDefault(reader, parent, frame);
    case 'RestElement':
      return readRest(reader, parent, name, frame);
    case 'TSParameterProperty':
      return readDeclared(reader, parent, frame);
    default:
      return isFunction(parent) ? readParameter(reader, parent, name, frame) : unknown(name);
  }
}

function readDeclarator(reader: Reader, { init, id }: NodeOf<'VariableDeclarator'>, frame: Frame): Value {
  if (init) return reader.read(init, frame);
  const statement = parentOf(id) && parentOf(parentOf(id) as Node);
  const loop = statement && parentOf(statement);
  if (loop?.type === 'ForOfStatement') return elementOf(reader.read(loop.right, frame), id);
  if (loop?.type === 'ForInStatement') return keysOf(reader.read(loop.right, frame), id);
  return NOTHING;
}

/** Any element of a value that is iterated over. */
export function elementOf(value: Value, at: Node): Value {
  return mapOptions(value, (option) =>
    option.kind === 'list' ? elementsOf(option.sequence) : absent(option, at),
  );
}

function absent(option: Value, at: Node): Value {
  return option.kind === 'nothing' ? NEVER : unknown(at);
}

function keysOf(value: Value, at: Node): Value {
  return mapOptions(value, (option) => {
    if (option.kind !== 'record') return absent(option, at);
    const keys: Value[] = [...option.fields].map(([name, { key }]) => staticText(name, key));
    return oneOf(option.open ? [...keys, unknown(at)] : keys);
  });
}

function readProperty(reader: Reader, property: NodeOf<'ObjectProperty'>, name: Node, frame: Frame): Value {
  const pattern = parentOf(property);
  const key = keyName(property);
  if (pattern?.type !== 'ObjectPattern' || key === undefined) return unknown(name);
  return reader.readMember(readDeclared(reader, pattern, frame), key, name, frame);
}

function readElement(reader: Reader, pattern: NodeOf<'ArrayPattern'>, name: Node, frame: Frame): Value {
  const index = pattern.elements.findIndex((each) => each === name);
  return mapOptions(readDeclared(reader, pattern, frame), (option) => {
    return option.kind === 'list' ? elementAt(option.sequence, index) : absent(option, name);
  });
}

function withDefault(reader: Reader, pattern: NodeOf<'AssignmentPattern'>, frame: Frame): Value {
  const given = readDeclared(reader, pattern, frame);
  const fallback = reader.read(pattern.right, frame);
  const kept = optionsOf(given).filter(({ kind }) => kind !== 'nothing');
  return kept.length === 0 ? fallback : oneOf([...kept, fallback]);
}

function readRest(reader: Reader, rest: NodeOf<'RestElement'>, name: Node, frame: Frame): Value {
  const holder = parentOf(rest);
  if (isFunction(holder)) return readParameter(reader, holder, rest, frame);
  if (holder?.type === 'ObjectPattern') return readDeclared(reader, holder, frame);
  if (holder?.type !== 'ArrayPattern') return unknown(name);
  const first = holder.elements.length - 1;
  return mapOptions(readDeclared(reader, holder, frame), (option) => {
    return option.kind === 'list'
      ? { kind: 'list', sequence: withoutFirst(option.sequence, first) }
      : absent(option, name);
  });
}

/** A parameter is what its function is called with: in the call that is being followed, or in any. */
function readParameter(reader: Reader, fn: FunctionNode, parameter: Node, frame: Frame): Value {
  const given = parameterIn(frame, parameter);
  if (given) return given();
  const index = fn.params.findIndex((each) => each === parameter);
  const callers = index < 0 ? [] : reader.callersOf(fn);
  reader.openFunctions?.add(fn);
  if (callers.length === 0) return unknown(parameter);
  return oneOf(
    callers.map((caller) => {
      // A callback is called where it is written, so what holds around it holds in it.
      const given = caller.arguments(isInside(fn, caller.call) ? frame : reader.root);
      return parameter.type === 'RestElement' ? given.rest(index) : given.argument(index);
    }),
  );
}
