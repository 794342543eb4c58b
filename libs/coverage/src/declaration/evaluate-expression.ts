import type { Position } from '@fixpoint/model';
import {
  listNode,
  partOf,
  recordNode,
  scalarNode,
  type StaticEntry,
  type StaticNode,
  type StaticScalar,
} from './static-node';
import type { Expression, ExpressionOf, ObjectExpression, ObjectProperty, SpreadElement } from './syntax';

/** What a name at the top level of a module stands for. */
export type Binding =
  | { readonly kind: 'constant'; readonly value: Expression }
  /** Something that is not data; `what` completes the sentence "`name` is …". */
  | { readonly kind: 'other'; readonly what: string };

/** A place that cannot be read without running the module, and why. */
export interface StaticProblem {
  readonly at: Position;
  readonly reason: string;
}

/** The names of a module, and what came of reading them. */
export interface Evaluation {
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly problems: StaticProblem[];
  readonly known: Map<string, StaticNode | undefined>;
  readonly open: Set<string>;
}

type ReaderOf<T extends Expression['type']> = (
  node: ExpressionOf<T>,
  evaluation: Evaluation,
) => StaticNode | undefined;

// A value this large is a mistake (lists that spread each other grow exponentially); real declarations have thousands.
const MAXIMUM_SIZE = 1_000_000;

const READERS: { readonly [T in Expression['type']]?: ReaderOf<T> } = {
  StringLiteral: (node) => scalarNode(node.value, positionOf(node)),
  NumericLiteral: (node) => scalarNode(node.value, positionOf(node)),
  BooleanLiteral: (node) => scalarNode(node.value, positionOf(node)),
  NullLiteral: (node) => scalarNode(null, positionOf(node)),
  TSAsExpression: (node, evaluation) => evaluateExpression(node.expression, evaluation),
  TSSatisfiesExpression: (node, evaluation) => evaluateExpression(node.expression, evaluation),
  TSNonNullExpression: (node, evaluation) => evaluateExpression(node.expression, evaluation),
  TSTypeAssertion: (node, evaluation) => evaluateExpression(node.expression, evaluation),
  TemplateLiteral: readTemplate,
  UnaryExpression: readUnary,
  BinaryExpression: readConcatenation,
  ArrayExpression: readArray,
  ObjectExpression: readObject,
  Identifier: readIdentifier,
  MemberExpression: readMember,
};

/**
 * Reads a literal data expression without running it: literals, templates and concatenations of constants, objects, arrays,
 * spreads, `as const`, `satisfies`, and references to constants of the same file. Every other part is a problem, and the
 * parts beside it are still looked at.
 *
 * @returns undefined when any part is not static
 */
export function evaluateExpression(node: Expression, evaluation: Evaluation): StaticNode | undefined {
  const reader = READERS[node.type] as
    | ((node: Expression, evaluation: Evaluation) => StaticNode | undefined)
    | undefined;
  if (reader === undefined) return problem(node, NOT_DATA[node.type] ?? 'it is not literal data', evaluation);
  const value = reader(node, evaluation);
  if (value !== undefined && value.size > MAXIMUM_SIZE) {
    return problem(node, `it has more than ${MAXIMUM_SIZE} parts`, evaluation);
  }
  return value;
}

const NOT_DATA: Readonly<Record<string, string>> = {
  CallExpression: 'a function is called',
  NewExpression: 'an object is constructed',
  ConditionalExpression: 'it depends on a condition',
  LogicalExpression: 'it depends on a condition',
  ArrowFunctionExpression: 'it is a function',
  FunctionExpression: 'it is a function',
  AwaitExpression: 'it has to be awaited',
};

/** The 1-based place where a node begins. */
export function positionOf(node: { readonly loc?: Expression['loc'] }): Position {
  return { line: node.loc?.start.line ?? 1, column: (node.loc?.start.column ?? 0) + 1 };
}

function problem(node: Pick<Expression, 'loc'>, reason: string, evaluation: Evaluation): undefined {
  evaluation.problems.push({ at: positionOf(node), reason });
  return undefined;
}

function readTemplate(node: ExpressionOf<'TemplateLiteral'>, evaluation: Evaluation): StaticNode | undefined {
  const values = node.expressions.map((part) => readText(part as Expression, evaluation));
  if (values.includes(undefined)) return undefined;
  const text = node.quasis.map(({ value }, index) => (value.cooked ?? value.raw) + (values[index] ?? ''));
  return scalarNode(text.join(''), positionOf(node));
}

function readText(node: Expression, evaluation: Evaluation): string | undefined {
  const value = evaluateExpression(node, evaluation);
  if (value === undefined) return undefined;
  return value.kind === 'scalar'
    ? String(value.value)
    : problem(node, 'an object stands inside a text', evaluation);
}

function readUnary(node: ExpressionOf<'UnaryExpression'>, evaluation: Evaluation): StaticNode | undefined {
  if (node.operator !== '-' || node.argument.type !== 'NumericLiteral') {
    return problem(node, `the operator ${node.operator} is applied`, evaluation);
  }
  return scalarNode(-node.argument.value, positionOf(node));
}

function readConcatenation(
  node: ExpressionOf<'BinaryExpression'>,
  evaluation: Evaluation,
): StaticNode | undefined {
  if (node.operator !== '+' || node.left.type === 'PrivateName') {
    return problem(node, `the operator ${node.operator} is applied`, evaluation);
  }
  const [left, right] = [node.left, node.right].map((side) => evaluateExpression(side, evaluation));
  if (left === undefined || right === undefined) return undefined;
  if (!isText(left) || !isText(right))
    return problem(node, 'something other than texts is added', evaluation);
  return scalarNode(`${left.value}${right.value}`, positionOf(node));
}

function isText(node: StaticNode): node is StaticScalar & { readonly value: string } {
  return node.kind === 'scalar' && typeof node.value === 'string';
}

function readArray(node: ExpressionOf<'ArrayExpression'>, evaluation: Evaluation): StaticNode | undefined {
  const parts = node.elements.map((element) => {
    if (element === null) return problem(node, 'the list has a hole', evaluation);
    if (element.type === 'SpreadElement') return readSpreadList(element, evaluation);
    const item = evaluateExpression(element, evaluation);
    return item && [item];
  });
  return parts.includes(undefined)
    ? undefined
    : listNode(
        parts.flatMap((items) => items ?? []),
        positionOf(node),
      );
}

function readSpreadList(element: SpreadElement, evaluation: Evaluation): readonly StaticNode[] | undefined {
  const value = evaluateExpression(element.argument, evaluation);
  if (value === undefined || value.kind === 'list') return value?.items;
  return problem(element, 'something other than a list is spread into a list', evaluation);
}

function readObject(node: ObjectExpression, evaluation: Evaluation): StaticNode | undefined {
  const parts = node.properties.map((property) => {
    if (property.type === 'SpreadElement') return readSpreadRecord(property, evaluation);
    if (property.type === 'ObjectMethod') return problem(property, 'a property is a function', evaluation);
    return readProperty(property, evaluation);
  });
  return parts.includes(undefined)
    ? undefined
    : recordNode(new Map(parts.flatMap((entries) => entries ?? [])), positionOf(node));
}

type Entries = readonly (readonly [string, StaticEntry])[];

function readSpreadRecord(element: SpreadElement, evaluation: Evaluation): Entries | undefined {
  const value = evaluateExpression(element.argument, evaluation);
  if (value === undefined) return undefined;
  if (value.kind === 'record') return [...value.entries];
  return problem(element, 'something other than an object is spread into an object', evaluation);
}

function readProperty(property: ObjectProperty, evaluation: Evaluation): Entries | undefined {
  const key = readKey(property, evaluation);
  const node = evaluateExpression(property.value as Expression, evaluation);
  return key === undefined || node === undefined
    ? undefined
    : [[key, { node, at: positionOf(property.key) }]];
}

function readKey({ computed, key }: ObjectProperty, evaluation: Evaluation): string | undefined {
  if (computed) return readText(key as Expression, evaluation);
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' || key.type === 'NumericLiteral'
    ? String(key.value)
    : problem(key, 'the key is not a plain name', evaluation);
}

function readIdentifier(node: ExpressionOf<'Identifier'>, evaluation: Evaluation): StaticNode | undefined {
  const { name } = node;
  if (name === 'undefined') return scalarNode(undefined, positionOf(node));
  const binding = evaluation.bindings.get(name);
  if (binding?.kind !== 'constant') {
    return problem(node, `\`${name}\` is ${binding?.what ?? 'not a constant of this file'}`, evaluation);
  }
  if (evaluation.open.has(name)) return problem(node, `\`${name}\` refers to itself`, evaluation);
  if (evaluation.known.has(name)) return evaluation.known.get(name);
  evaluation.open.add(name);
  const value = evaluateExpression(binding.value, evaluation);
  evaluation.open.delete(name);
  evaluation.known.set(name, value);
  return value;
}

function readMember(node: ExpressionOf<'MemberExpression'>, evaluation: Evaluation): StaticNode | undefined {
  const object = evaluateExpression(node.object as Expression, evaluation);
  const name =
    !node.computed && node.property.type === 'Identifier'
      ? node.property.name
      : readText(node.property as Expression, evaluation);
  if (object === undefined || name === undefined) return undefined;
  return partOf(object, name)?.node ?? problem(node, `there is no \`${name}\` in it`, evaluation);
}
