import { WRAPPER_TYPES, type ScriptFile } from '@fixpoint/script-syntax';

/** The root of a parsed file. The node types are taken from the parser's own signature. */
export type FileNode = ScriptFile;
export type ProgramNode = FileNode['program'];
export type Statement = ProgramNode['body'][number];
type Of<Union, Type> = Extract<Union, { type: Type }>;
export type Expression = Of<Statement, 'ExpressionStatement'>['expression'];

type VariableDeclarator = Of<Statement, 'VariableDeclaration'>['declarations'][number];
type FunctionDeclaration = Of<Statement, 'FunctionDeclaration'>;
type ClassDeclaration = Of<Statement, 'ClassDeclaration'>;
type ObjectMember = Of<Expression, 'ObjectExpression'>['properties'][number];
type ClassMember = ClassDeclaration['body']['body'][number];
type Parameter = FunctionDeclaration['params'][number] | Of<ClassMember, 'ClassMethod'>['params'][number];
type Pattern = VariableDeclarator['id'] | Of<Expression, 'AssignmentExpression'>['left'];
type PatternMember = Of<Pattern, 'ObjectPattern'>['properties'][number];
type ImportSpecifier = Of<Statement, 'ImportDeclaration'>['specifiers'][number];
type ExportSpecifier = Of<Statement, 'ExportNamedDeclaration'>['specifiers'][number];
type EnumNode = Of<Statement, 'TSEnumDeclaration'>;

/** Every kind of node the scan looks at; others are walked through without being named. */
export type Node =
  | ProgramNode
  | Statement
  | Expression
  | VariableDeclarator
  | ObjectMember
  | ClassMember
  | ClassDeclaration['body']
  | Parameter
  | Pattern
  | PatternMember
  | ImportSpecifier
  | ExportSpecifier
  | EnumNode['members'][number]
  | Of<Expression, 'CallExpression'>['arguments'][number]
  | Of<Expression, 'CallExpression'>['callee']
  | Of<Expression, 'MemberExpression'>['property']
  | Of<Expression, 'TemplateLiteral'>['quasis'][number]
  | Of<Statement, 'SwitchStatement'>['cases'][number]
  | NonNullable<Of<Statement, 'TryStatement'>['handler']>
  | Of<Statement, 'ExportDefaultDeclaration'>['declaration'];

export type NodeType = Node['type'];
export type NodeOf<Type extends NodeType> = Extract<Node, { type: Type }>;
export type Identifier = NodeOf<'Identifier'>;
export type Call = NodeOf<'CallExpression' | 'OptionalCallExpression' | 'NewExpression'>;
export type Member = NodeOf<'MemberExpression' | 'OptionalMemberExpression'>;
export type ClassNode = NodeOf<'ClassDeclaration' | 'ClassExpression'>;
export type FunctionNode = NodeOf<
  | 'FunctionDeclaration'
  | 'FunctionExpression'
  | 'ArrowFunctionExpression'
  | 'ObjectMethod'
  | 'ClassMethod'
  | 'ClassPrivateMethod'
>;

const FUNCTIONS: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ObjectMethod',
  'ClassMethod',
  'ClassPrivateMethod',
]);

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return node != null && FUNCTIONS.has(node.type);
}

export function isClass(node: Node | null | undefined): node is ClassNode {
  return node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';
}

export function isMember(node: Node | null | undefined): node is Member {
  return node?.type === 'MemberExpression' || node?.type === 'OptionalMemberExpression';
}

export function isCall(node: Node | null | undefined): node is Call {
  return (
    node?.type === 'CallExpression' ||
    node?.type === 'OptionalCallExpression' ||
    node?.type === 'NewExpression'
  );
}

type Wrapper = NodeOf<(typeof WRAPPER_TYPES)[number]>;

const WRAPPERS: ReadonlySet<string> = new Set(WRAPPER_TYPES);

export function isWrapper(node: Node | null | undefined): node is Wrapper {
  return node != null && WRAPPERS.has(node.type);
}

/** The expression inside type assertions, parentheses and `await`, and the last one of `(0, x)`. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    if (inner.type === 'AwaitExpression') inner = inner.argument;
    else if (isWrapper(inner)) inner = inner.expression;
    else if (inner.type === 'SequenceExpression') inner = inner.expressions.at(-1) as Node;
    else return inner;
  }
}
