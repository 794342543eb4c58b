import type { SourceFile } from './parse-source';
import type { Scope } from './scope';
import { linksOf } from './scope';
import { isClass, isFunction } from './syntax';
import type { ClassNode, Identifier, Node, NodeOf } from './syntax';

/** Where a node stands. */
interface Where {
  readonly file: SourceFile;
  readonly scope: Scope;
  /** The scope around the node, which differs from `scope` when the node opens one itself. */
  readonly outer: Scope;
}

/** Adds the names that a node introduces to the scope they are visible in. */
export function declareNames(node: Node, where: Where): void {
  if (isFunction(node)) declareFunction(node, where);
  else if (isClass(node)) declareClass(node, where);
  else if (node.type === 'VariableDeclaration') declareVariables(node, where);
  else if (node.type === 'CatchClause' && node.param) declarePattern(node.param, where.scope, where.file);
  else if (node.type === 'TSEnumDeclaration' || node.type === 'TSImportEqualsDeclaration') {
    declare(node.id, where.scope, where.file);
  } else if (node.type === 'ImportDeclaration') {
    for (const specifier of node.specifiers) declare(specifier.local, where.scope, where.file);
  }
}

function declareClass(node: ClassNode, { file, scope, outer }: Where): void {
  if (node.id) declare(node.id, node.type === 'ClassDeclaration' ? outer : scope, file);
}

function declareVariables(node: NodeOf<'VariableDeclaration'>, { file, scope }: Where): void {
  const holder = node.kind === 'var' ? functionScope(scope) : scope;
  for (const { id } of node.declarations) declarePattern(id, holder, file);
}

function declareFunction(node: Node & { params: readonly Node[] }, { file, scope, outer }: Where): void {
  if (node.type === 'FunctionDeclaration' && node.id) declare(node.id, outer, file);
  if (node.type === 'FunctionExpression' && node.id) declare(node.id, scope, file);
  for (const parameter of node.params) declarePattern(parameter, scope, file);
}

function functionScope(scope: Scope): Scope {
  let up = scope;
  while (up.parent && up.parent.home === up.home) up = up.parent;
  return up;
}

function declarePattern(pattern: Node, scope: Scope, file: SourceFile): void {
  for (const identifier of namesIn(pattern)) declare(identifier, scope, file);
}

/** The identifiers that a pattern introduces. */
export function namesIn(pattern: Node): Identifier[] {
  if (pattern.type === 'Identifier') return [pattern];
  if (pattern.type === 'ObjectPattern') return pattern.properties.flatMap(namesIn);
  if (pattern.type === 'ArrayPattern') return pattern.elements.flatMap((each) => (each ? namesIn(each) : []));
  if (pattern.type === 'ObjectProperty') return namesIn(pattern.value);
  if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left);
  if (pattern.type === 'RestElement') return namesIn(pattern.argument);
  if (pattern.type === 'TSParameterProperty') return namesIn(pattern.parameter);
  return [];
}

function declare(identifier: Identifier, scope: Scope, file: SourceFile): void {
  let binding = scope.names.get(identifier.name);
  if (!binding) {
    binding = { name: identifier.name, file, home: scope.home, declarations: [], references: [] };
    scope.names.set(identifier.name, binding);
  }
  binding.declarations.push(identifier);
  linksOf(identifier).binding = binding;
}
