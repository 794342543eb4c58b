import type { Change } from './changes';
import { callFrame } from './frame';
import type { Frame } from './frame';
import { fork, replace, START, valueOf } from './history';
import type { History } from './history';
import type { Owner } from './owners';
import type { Reader } from './reader';
import { parentOf } from './scope';
import type { Home } from './scope';
import { isFunction } from './syntax';
import type { FunctionNode, Node } from './syntax';
import { NOTHING, oneOf } from './value';
import type { Value } from './value';
import { changesIn, createVariable, readEffect } from './variables';
import type { Variable } from './variables';

/**
 * The value of a member of `this`: a method, or a field with what the initial value, the constructor and then any of the
 * methods make of it. Inside one method, what it does before the mention comes last.
 */
export function readOwned(
  reader: Reader,
  owner: Owner,
  access: { name: string; mention: Node; frame: Frame },
): Value | undefined {
  const members = owner.members.get(access.name) ?? [];
  const functions = members.flatMap((node) => methodValue(reader, node, access.frame));
  const field = fieldOf(owner, access.name, members);
  if (functions.length === 0 && field.changes.length === 0) return undefined;
  if (field.changes.length === 0) return oneOf(functions);
  return oneOf([...functions, readField(reader, field, owner, access)]);
}

function methodValue(reader: Reader, node: Node, frame: Frame): Value[] {
  if (!isFunction(node)) return [];
  const value: Value = { kind: 'function', node, frame };
  const getter = 'kind' in node && node.kind === 'get';
  if (!getter) return [value];
  return (reader.program.facts.returns.get(node) ?? []).map((result) => reader.read(result, frame));
}

const FIELDS = new WeakMap<Owner, Map<string, Variable>>();

function fieldOf(owner: Owner, name: string, members: readonly Node[]): Variable {
  const fields = FIELDS.get(owner) ?? new Map<string, Variable>();
  FIELDS.set(owner, fields);
  const known = fields.get(name);
  if (known) return known;
  const initial = members.filter((node) => !isFunction(node)).map(initialChange);
  const changes = [...initial, ...changesIn(owner.uses.get(name) ?? [])];
  const field = createVariable(changes.some(isOwnChange) ? changes : []);
  fields.set(name, field);
  return field;
}

function initialChange(at: Node): Change {
  const parameter =
    parentOf(at)?.type === 'TSParameterProperty' ||
    parentOf(parentOf(at) ?? at)?.type === 'TSParameterProperty';
  return { kind: parameter ? 'declare' : 'initial', at };
}

/** Handing `this.x` to others is no reason to take it for a field of its own. */
function isOwnChange({ kind }: Change): boolean {
  return kind !== 'pass' && kind !== 'field';
}

function readField(
  reader: Reader,
  field: Variable,
  owner: Owner,
  { mention, frame }: { mention: Node; frame: Frame },
): Value {
  const run = { reader, variable: field, frame: callFrame(new Map(), frame) };
  const here = methodAround(mention);
  let history: History = START;
  for (const change of field.changes) {
    if (change.kind === 'initial') history = replace(reader.read(change.at, frame));
  }
  const homes = new Set(
    field.changes.flatMap(({ kind, at }) => (kind === 'initial' ? [] : (methodAround(at) ?? []))),
  );
  for (const home of homes) {
    if (home === here) continue;
    const exhaustive = owner.constructors.includes(home as FunctionNode);
    history = fork(history, [readEffect(run, home)], { loop: false, exhaustive });
  }
  if (here && homes.has(here)) {
    history = fork(history, [readEffect(run, here, mention)], { loop: false, exhaustive: true });
  }
  const value = valueOf(history);
  return value.kind === 'choice' && value.options.length === 0 ? NOTHING : value;
}

/** The method (or whole initial value) that a mention of `this` belongs to. */
function methodAround(node: Node): Home | undefined {
  let own: FunctionNode | undefined;
  for (let up: Node | undefined = node; up; up = parentOf(up)) {
    if (isFunction(up)) {
      own = up;
      if (up.type !== 'ArrowFunctionExpression') return own;
    }
    if (up.type === 'ClassProperty' || up.type === 'ClassPrivateProperty') return own;
  }
  return own;
}
