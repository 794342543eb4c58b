import type * as Babel from '@babel/parser';

/** What is read of a syntax tree of `@babel/parser`. */
export interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The statements of a TypeScript file without their `export`; the reason and line where it is none. */
export function parseTypeScript(text: string): readonly SyntaxNode[] | { readonly problem: string } {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when the first file is checked
  const { parse } = require('@babel/parser') as typeof Babel;
  try {
    const { program } = parse(text, { sourceType: 'module', plugins: ['typescript'], attachComment: false });
    return (program.body as unknown as SyntaxNode[]).map((node) =>
      node.type === 'ExportNamedDeclaration' && node['declaration'] !== null
        ? (node['declaration'] as SyntaxNode)
        : node,
    );
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split('\n')[0] as string) : String(error) };
  }
}

/** The node below a node. */
export function nodeAt(node: SyntaxNode | undefined, ...keys: readonly string[]): SyntaxNode | undefined {
  let at: unknown = node;
  for (const key of keys) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return typeof at === 'object' && at !== null ? (at as SyntaxNode) : undefined;
}

/** The name of an identifier, a string or a number, as the key that it means. */
export function keyOf(node: SyntaxNode | undefined): string | undefined {
  const name = node?.['name'] ?? node?.['value'];
  return name === undefined ? undefined : String(name);
}

/** The types of the members of an interface or of a type with members, by name. */
export function memberTypes(node: SyntaxNode | undefined): ReadonlyMap<string, SyntaxNode> {
  const list = node?.['members'] ?? nodeAt(node, 'body')?.['body'];
  const members = Array.isArray(list) ? (list as SyntaxNode[]) : [];
  return new Map(
    members.flatMap((member) => {
      const name = member.type === 'TSPropertySignature' ? keyOf(nodeAt(member, 'key')) : undefined;
      const type = nodeAt(member, 'typeAnnotation', 'typeAnnotation');
      return name === undefined || type === undefined ? [] : [[name, type] as const];
    }),
  );
}

/** The declared interface or type alias of a name, as what has its members. */
export function declaredType(statements: readonly SyntaxNode[], name: string): SyntaxNode | undefined {
  const declaration = statements.find(
    (node) => /^TS(?:Interface|TypeAlias)Declaration$/.test(node.type) && keyOf(nodeAt(node, 'id')) === name,
  );
  return declaration?.type === 'TSTypeAliasDeclaration' ? nodeAt(declaration, 'typeAnnotation') : declaration;
}
