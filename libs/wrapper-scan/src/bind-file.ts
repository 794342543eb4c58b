import type { SourceFile } from './parse-source';
import type { Facts } from './facts';
import { recordFact } from './facts';
import type { Binding, Home, Scope } from './scope';
import { findName, linksOf } from './scope';
import { isClass, isFunction } from './syntax';
import type { Identifier, Node } from './syntax';

/** Types, comments and the parser's own notes hold no code that runs. */
const SKIPPED_KEYS: ReadonlySet<string> = new Set(
  `type start end loc extra range leadingComments innerComments trailingComments comments tokens errors
   typeAnnotation returnType typeParameters typeArguments superTypeParameters superTypeArguments implements predicate
   variance parent binding scope file`.split(/\s+/),
);
const SKIPPED_TYPES =
  /^(TSInterface|TSTypeAlias|TSDeclare|Declare|TypeAlias|InterfaceDeclaration|OpaqueType)/;
const SCOPES: ReadonlySet<string> = new Set(
  `Program BlockStatement ForStatement ForOfStatement ForInStatement SwitchStatement CatchClause StaticBlock
   TSModuleBlock ClassDeclaration ClassExpression FunctionDeclaration FunctionExpression ArrowFunctionExpression ObjectMethod
   ClassMethod ClassPrivateMethod`.split(/\s+/),
);

/** Names whose meaning is looked up once all declarations of the file are known. */
type Pending = { readonly identifier: Identifier; readonly scope: Scope };

/**
 * Links every node of a file with its parent, every name with its binding, and collects what later steps search for.
 * The walk keeps its own stack, so that deeply nested (generated) code cannot exhaust the machine's.
 */
export function bindFile(file: SourceFile, facts: Facts): void {
  const program = file.ast.program;
  linksOf(program).file = file;
  const stack: Node[] = [program];
  const scopes: (Scope | undefined)[] = [undefined];
  const pending: Pending[] = [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const outer = scopes.pop();
    const scope = enterScope(node, outer);
    declareNames(node, { file, scope, outer: outer ?? scope });
    if (node.type === 'Identifier') collectReference(node, scope, pending);
    recordFact(node, scope.home, facts);
    for (const child of childrenOf(node).reverse()) {
      linksOf(child).parent = node;
      stack.push(child);
      scopes.push(scope);
    }
  }
  resolveReferences(pending);
}

function enterScope(node: Node, outer: Scope | undefined): Scope {
  if (outer && !SCOPES.has(node.type)) return outer;
  const home = isFunction(node) || node.type === 'Program' ? (node as Home) : (outer as Scope).home;
  const scope: Scope = { home, names: new Map(), ...(outer && { parent: outer }) };
  linksOf(node).scope = scope;
  return scope;
}

interface Where {
  readonly file: SourceFile;
  readonly scope: Scope;
  /** The scope around the node, which differs from `scope` when the node opens one itself. */
  readonly outer: Scope;
}

function declareNames(node: Node, where: Where): void {
  if (isFunction(node)) declareFunction(node, where);
  else if (isClass(node)) {
    if (node.id) declare(node.id, node.type === 'ClassDeclaration' ? where.outer : where.scope, where.file);
  } else if (node.type === 'VariableDeclaration') {
    const scope = node.kind === 'var' ? functionScope(where.scope) : where.scope;
    for (const declarator of node.declarations) declarePattern(declarator.id, scope, where.file);
  } else if (node.type === 'CatchClause') {
    if (node.param) declarePattern(node.param, where.scope, where.file);
  } else if (node.type === 'TSEnumDeclaration') declare(node.id, where.scope, where.file);
  else if (node.type === 'TSImportEqualsDeclaration') declare(node.id, where.scope, where.file);
  else if (node.type === 'ImportDeclaration') {
    for (const specifier of node.specifiers) declare(specifier.local, where.scope, where.file);
  }
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

/** Keys, labels and the foreign side of an export are spelled like names but mean nothing in scope. */
function collectReference(identifier: Identifier, scope: Scope, pending: Pending[]): void {
  const { parent, binding } = linksOf(identifier);
  if (binding || !parent || isNameOnly(identifier, parent)) return;
  pending.push({ identifier, scope });
}

function isNameOnly(identifier: Identifier, parent: Node): boolean {
  if ('property' in parent && parent.property === identifier) return 'computed' in parent && !parent.computed;
  if ('key' in parent && parent.key === identifier) return !('computed' in parent && parent.computed);
  if (parent.type === 'ExportSpecifier') return parent.local !== identifier;
  return 'label' in parent || parent.type === 'ImportSpecifier' || parent.type === 'TSEnumMember';
}

function resolveReferences(pending: readonly Pending[]): void {
  const touched = new Set<Binding>();
  for (const { identifier, scope } of pending) {
    const binding = findName(scope, identifier.name);
    if (!binding) continue;
    linksOf(identifier).binding = binding;
    binding.references.push(identifier);
    touched.add(binding);
  }
  for (const binding of touched) binding.references.sort(bySource);
}

export function bySource(a: Node, b: Node): number {
  return (a.start ?? 0) - (b.start ?? 0);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (value === null || typeof value !== 'object' || SKIPPED_KEYS.has(key)) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === 'string' && !SKIPPED_TYPES.test(child.type)) children.push(child);
    }
  }
  return children;
}
