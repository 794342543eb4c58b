import { WRAPPER_TYPES } from '@fixpoint/script-syntax';
import type { Position } from '@fixpoint/model';

/** A node of a script's syntax tree. Its fields depend on its type, so they are asked for by name. */
export interface ScriptNode {
  readonly type: string;
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } } | null;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is ScriptNode {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

/** The node in a field. */
export function child(node: ScriptNode | undefined, field: string): ScriptNode | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

/** The nodes in a field that holds a list. */
export function list(node: ScriptNode | undefined, field: string): readonly ScriptNode[] {
  const value = node?.[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The string in a field. */
export function word(node: ScriptNode | undefined, field: string): string | undefined {
  const value = node?.[field];
  return typeof value === 'string' ? value : undefined;
}

/** Notes of the parser and types hold no code that runs. */
const SKIPPED = new Set([
  'type',
  'loc',
  'extra',
  'errors',
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
]);

/** The nodes directly below one, in source order. */
export function childrenOf(node: ScriptNode): ScriptNode[] {
  return Object.keys(node)
    .filter((field) => !SKIPPED.has(field))
    .flatMap((field) => {
      const value = node[field];
      return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
    });
}

const WRAPPERS: ReadonlySet<string> = new Set(WRAPPER_TYPES);

/** The expression inside parentheses, type assertions and `await`. */
export function unwrap(node: ScriptNode | undefined): ScriptNode | undefined {
  let inner = node;
  while (inner && (WRAPPERS.has(inner.type) || inner.type === 'AwaitExpression')) {
    inner = child(inner, inner.type === 'AwaitExpression' ? 'argument' : 'expression');
  }
  return inner;
}

/** The name that a key or the property of a member stands for, unless it is computed. */
export function keyOf(node: ScriptNode, field: 'key' | 'property'): string | undefined {
  const key = child(node, field);
  if (key?.type === 'StringLiteral') return word(key, 'value');
  return node['computed'] === true ? undefined : word(key, 'name');
}

/** Where a node begins. */
export function positionOf({ loc }: ScriptNode): Position {
  return loc ? { line: loc.start.line, column: loc.start.column + 1 } : { line: 1, column: 1 };
}

const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
]);

export function isFunction(node: ScriptNode): boolean {
  return FUNCTIONS.has(node.type);
}

export function isCall(node: ScriptNode | undefined): boolean {
  return node?.type === 'CallExpression' || node?.type === 'OptionalCallExpression';
}

export function isMember(node: ScriptNode | undefined): boolean {
  return node?.type === 'MemberExpression' || node?.type === 'OptionalMemberExpression';
}
