import { namesIn } from './names-in';
import { child, childrenOf, isFunction, list, word, type ScriptNode } from './script-node';

/** What a name of a script stands for. */
export type Meaning =
  /** `*` is the module itself. */
  | { readonly kind: 'import'; readonly module: string; readonly name: string }
  /** A constant: `keys` lead from its initial value to it, for names that are taken out of an object. */
  | {
      readonly kind: 'constant';
      readonly value: ScriptNode;
      readonly keys: readonly string[];
      readonly scope: Scope;
    }
  /** What a call hands to the function that is its first argument. */
  | {
      readonly kind: 'handed';
      readonly call: ScriptNode;
      readonly keys: readonly string[];
      readonly scope: Scope;
    }
  | { readonly kind: 'other' };

/** Names that are visible in one region of a script. */
export interface Scope {
  readonly parent?: Scope;
  readonly isFunction: boolean;
  readonly names: Map<string, Meaning>;
}

/** A node with the scope it stands in. */
export interface Placed {
  readonly node: ScriptNode;
  readonly scope: Scope;
}

const SCOPES = new Set(
  `Program BlockStatement ForStatement ForOfStatement ForInStatement SwitchStatement CatchClause StaticBlock TSModuleBlock
   ClassDeclaration ClassExpression`.split(/\s+/),
);
const NO_CODE = /^(?:TSInterface|TSTypeAlias|TSDeclare|Declare|TypeAlias|InterfaceDeclaration|OpaqueType)/;

/** Every node that runs, in source order, each with its scope. Names are all known only once the walk is over. */
export function placeNodes(program: ScriptNode): Placed[] {
  const placed: Placed[] = [];
  // A stack of one's own: deeply nested code cannot exhaust that of the machine.
  const waiting: Waiting[] = [{ node: program }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, outer } = next;
    const scope = scopeOf(node, outer);
    declare(next, scope);
    placed.push({ node, scope });
    const children = childrenOf(node).filter(({ type }) => !NO_CODE.test(type));
    for (const each of children.reverse()) waiting.push({ node: each, outer: scope, parent: node });
  }
  return placed;
}

/** A node that is still to be visited. */
interface Waiting {
  readonly node: ScriptNode;
  readonly outer?: Scope;
  readonly parent?: ScriptNode;
}

/** The meaning of a name; undefined for one that the script does not declare. */
export function lookup(from: Scope, name: string): Meaning | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    const meaning = scope.names.get(name);
    if (meaning) return meaning;
  }
  return undefined;
}

function scopeOf(node: ScriptNode, outer: Scope | undefined): Scope {
  const opensFunction = isFunction(node);
  if (outer && !opensFunction && !SCOPES.has(node.type)) return outer;
  return { isFunction: opensFunction || !outer, names: new Map(), ...(outer && { parent: outer }) };
}

function declare(
  { node, outer = { isFunction: true, names: new Map() }, parent }: Waiting,
  scope: Scope,
): void {
  if (node.type === 'ImportDeclaration') declareImports(node, scope);
  else if (node.type === 'TSImportEqualsDeclaration') declareImportEquals(node, scope);
  else if (node.type === 'VariableDeclaration') declareVariables(node, scope);
  else if (node.type === 'TSEnumDeclaration')
    setName(scope, child(node, 'id'), { kind: 'constant', value: node, keys: [], scope });
  else if (node.type === 'CatchClause')
    for (const { name } of namesIn(child(node, 'param'))) scope.names.set(name, OTHER);
  else if (/^Class(?:Declaration|Expression)$/.test(node.type)) declareOwnName(node, scope, outer);
  else if (isFunction(node)) {
    declareOwnName(node, scope, outer);
    declareParameters(node, scope, { outer, ...(parent && { parent }) });
  }
}

const OTHER: Meaning = { kind: 'other' };

function setName(scope: Scope, id: ScriptNode | undefined, meaning: Meaning): void {
  const name = word(id, 'name');
  if (name === undefined) return;
  // A name that is given twice may mean either.
  scope.names.set(name, scope.names.has(name) ? OTHER : meaning);
}

function declareImports(node: ScriptNode, scope: Scope): void {
  const module = word(child(node, 'source'), 'value') ?? '';
  for (const specifier of list(node, 'specifiers')) {
    const imported = child(specifier, 'imported');
    const named = word(imported, 'name') ?? word(imported, 'value') ?? '';
    const name =
      specifier.type === 'ImportSpecifier'
        ? named
        : specifier.type === 'ImportDefaultSpecifier'
          ? 'default'
          : '*';
    setName(scope, child(specifier, 'local'), { kind: 'import', module, name });
  }
}

function declareImportEquals(node: ScriptNode, scope: Scope): void {
  const module = word(child(child(node, 'moduleReference'), 'expression'), 'value');
  setName(scope, child(node, 'id'), module === undefined ? OTHER : { kind: 'import', module, name: '*' });
}

function declareVariables(node: ScriptNode, scope: Scope): void {
  const kind = word(node, 'kind');
  let holder = scope;
  while (kind === 'var' && !holder.isFunction && holder.parent) holder = holder.parent;
  for (const declarator of list(node, 'declarations')) {
    const value = child(declarator, 'init');
    // Only a constant is sure to hold its initial value where it is used.
    const isSure = value !== undefined && (kind === 'const' || isRequire(value));
    for (const { name, keys } of namesIn(child(declarator, 'id'))) {
      const isKnown = isSure && keys !== undefined;
      setName(
        holder,
        { type: 'Identifier', name },
        isKnown ? { kind: 'constant', value, keys, scope } : OTHER,
      );
    }
  }
}

/** `var cucumber = require('…')` of old code is as constant as an import, and so is what is taken out of it. */
function isRequire(value: ScriptNode): boolean {
  const inner = value.type === 'MemberExpression' ? child(value, 'object') : value;
  return inner?.type === 'CallExpression' && word(child(inner, 'callee'), 'name') === 'require';
}

function declareOwnName(node: ScriptNode, scope: Scope, outer: Scope): void {
  const id = child(node, 'id');
  if (id) setName(node.type.endsWith('Declaration') ? outer : scope, id, OTHER);
}

function declareParameters(
  node: ScriptNode,
  scope: Scope,
  around: { outer: Scope; parent?: ScriptNode },
): void {
  const { outer, parent: call } = around;
  const isFirst = call !== undefined && list(call, 'arguments')[0] === node;
  for (const [index, parameter] of list(node, 'params').entries()) {
    for (const { name, keys } of namesIn(parameter)) {
      const isHanded = isFirst && index === 0 && keys !== undefined;
      scope.names.set(name, isHanded ? { kind: 'handed', call, keys, scope: outer } : OTHER);
    }
  }
}
