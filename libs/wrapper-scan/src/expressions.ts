import { listOf } from './arguments';
import { keyName } from './facts';
import type { Frame } from './frame';
import type { Reader } from './reader';
import { bindingOf, fileOf, isInside } from './scope';
import { isClass, isFunction } from './syntax';
import type { Node, NodeOf } from './syntax';
import { concatText } from './text';
import type { Piece } from './text';
import { mapOptions, NOTHING, oneOf, optionsOf, staticText, unknown } from './value';
import type { Field, Value } from './value';

/** The value of an expression that is not a call and not a member; those have files of their own. */
export function readExpression(reader: Reader, node: Node, frame: Frame): Value {
  const read = READINGS[node.type];
  if (read) return read(reader, node as never, frame);
  if (isFunction(node)) return { kind: 'function', node, frame };
  if (isClass(node)) return { kind: 'class', owner: reader.program.owners.ofClass(node) };
  return unknown(node);
}

type Reading<Type extends Node['type']> = (reader: Reader, node: NodeOf<Type>, frame: Frame) => Value;

const READINGS: { readonly [Type in Node['type']]?: Reading<Type> } = {
  StringLiteral: (_, node) => staticText(node.value, node),
  NumericLiteral: (_, node) => staticText(String(node.value), node),
  BooleanLiteral: (_, node) => (node.value ? staticText('true', node) : NOTHING),
  NullLiteral: () => NOTHING,
  UnaryExpression: (_, node) => (node.operator === 'void' ? NOTHING : unknown(node)),
  TemplateLiteral: readTemplate,
  BinaryExpression: (reader, node, frame) =>
    node.operator === '+' ? concatText(operandsOf(reader, node, frame)) : unknown(node),
  ConditionalExpression: (reader, node, frame) =>
    oneOf([reader.read(node.consequent, frame), reader.read(node.alternate, frame)]),
  LogicalExpression: readLogical,
  AssignmentExpression: (reader, node, frame) =>
    node.operator === '=' || node.operator === '??=' || node.operator === '||='
      ? reader.read(node.right, frame)
      : unknown(node),
  ArrayExpression: (reader, node, frame) => ({
    kind: 'list',
    sequence: listOf(reader, node.elements, frame),
  }),
  ObjectExpression: readObject,
  Identifier: readName,
  ThisExpression: readThis,
  Super: readThis,
  TSEnumDeclaration: readEnum,
};

/** The parts of `a + b + c`, first to last; a long chain is walked, not recursed into. */
function operandsOf(reader: Reader, node: NodeOf<'BinaryExpression'>, frame: Frame): Piece[] {
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    operands.push(left.right);
    left = left.left as Node;
  }
  return [...operands, left].reverse().map((each) => ({ value: reader.read(each, frame), node: each }));
}

export function readTemplate(reader: Reader, node: NodeOf<'TemplateLiteral'>, frame: Frame): Value {
  const pieces = node.quasis.flatMap((quasi, index): Piece[] => {
    const hole = node.expressions[index] as Node | undefined;
    const text = quasi.value.cooked ?? quasi.value.raw;
    const before: Piece[] = text === '' ? [] : [{ value: staticText(text, quasi), node: quasi }];
    return hole ? [...before, { value: reader.read(hole, frame), node: hole }] : before;
  });
  return concatText(pieces);
}

function readLogical(reader: Reader, node: NodeOf<'LogicalExpression'>, frame: Frame): Value {
  const right = reader.read(node.right, frame);
  if (node.operator === '&&') return oneOf([NOTHING, right]);
  const left = optionsOf(reader.read(node.left, frame)).filter(({ kind }) => kind !== 'nothing');
  return oneOf([...left, right]);
}

function readObject(reader: Reader, node: NodeOf<'ObjectExpression'>, frame: Frame): Value {
  const fields = new Map<string, Field>();
  let open: Node | undefined;
  for (const member of node.properties) {
    if (member.type === 'SpreadElement') {
      const from = reader.read(member.argument, frame);
      open = mergeFields(fields, from, member.argument) ?? open;
      continue;
    }
    const name = keyName(member);
    if (name === undefined) open = member;
    else if (member.type === 'ObjectMethod') {
      fields.set(name, { key: member.key, read: () => ({ kind: 'function', node: member, frame }) });
    } else fields.set(name, { key: member.key, read: () => reader.read(member.value, frame) });
  }
  return { kind: 'record', fields, ...(open && { open }) };
}

/** Adds the members of another object; gives the place where members come in whose names are not known. */
export function mergeFields(fields: Map<string, Field>, from: Value, at: Node): Node | undefined {
  let open: Node | undefined;
  for (const option of from.kind === 'choice' ? from.options : [from]) {
    if (option.kind === 'nothing') continue;
    if (option.kind !== 'record') open = at;
    else {
      for (const [name, field] of option.fields) addField(fields, name, field);
      open = option.open ?? open;
    }
  }
  return open;
}

/** Adds a member; one of the same name stays possible. */
export function addField(fields: Map<string, Field>, name: string, field: Field): void {
  const known = fields.get(name);
  fields.set(name, known ? { key: known.key, read: () => oneOf([known.read(), field.read()]) } : field);
}

function readName(reader: Reader, node: NodeOf<'Identifier'>, frame: Frame): Value {
  const binding = bindingOf(node);
  if (!binding) return readUnbound(node);
  const value = reader.readBinding(binding, node, frame);
  // A value that could not be read is shown where it is used, not where it is declared.
  return mapOptions(value, (option) =>
    option.kind === 'unknown' && binding.declarations.some((each) => isInside(each, option.node))
      ? unknown(node)
      : option,
  );
}

const GLOBALS: ReadonlySet<string> = new Set(['Bun', 'Deno', 'Object', 'Array', 'process', 'String']);

function readUnbound(node: NodeOf<'Identifier'>): Value {
  if (node.name === 'undefined') return NOTHING;
  if (node.name === 'exports') return { kind: 'module', file: fileOf(node) };
  return GLOBALS.has(node.name) ? { kind: 'external', module: 'global', name: node.name } : unknown(node);
}

function readThis(reader: Reader, node: Node): Value {
  const owner = reader.program.owners.ofThis(node);
  return owner ? { kind: 'instance', owner } : unknown(node);
}

function readEnum(reader: Reader, node: NodeOf<'TSEnumDeclaration'>, frame: Frame): Value {
  const fields = new Map<string, Field>();
  for (const member of node.members) {
    const name = member.id.type === 'Identifier' ? member.id.name : member.id.value;
    const { initializer } = member;
    fields.set(name, {
      key: member.id,
      read: () => (initializer ? reader.read(initializer, frame) : unknown(member)),
    });
  }
  return { kind: 'record', fields };
}
