import { declareNames } from './declare-names';
import { recordFact } from './facts';
import type { Facts } from './facts';
import type { SourceFile } from './parse-source';
import type { Binding, Home, Scope } from './scope';
import { findName, linksOf } from './scope';
import { isFunction } from './syntax';
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
    // Offsets are enough to find a line; two objects less per node halve the memory of a large bundle.
    node.loc = null;
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

function bySource(a: Node, b: Node): number {
  return (a.start ?? 0) - (b.start ?? 0);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const key in node) {
    const value = (node as unknown as Record<string, unknown>)[key];
    if (value === null || typeof value !== 'object' || SKIPPED_KEYS.has(key)) continue;
    if (!Array.isArray(value)) addChild(value, children);
    else for (const child of value) addChild(child, children);
  }
  return children;
}

function addChild(value: unknown, children: Node[]): void {
  const child = value as Node | null | undefined;
  if (typeof child?.type === 'string' && !SKIPPED_TYPES.test(child.type)) children.push(child);
}
