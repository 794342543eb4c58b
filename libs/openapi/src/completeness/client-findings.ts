import type { Finding } from '@fixpoint/model';
import type { OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { functionNames } from '../client/identifiers';
import { declaredStatuses } from '../client/operation-model';
import { declaredType, keyOf, nodeAt, parseTypeScript, type SyntaxNode } from './parse-typescript';
import { lacks, notTypeScript } from './types-findings';

/** Operations of the document without a function in a generated client, and statuses without a result. */
export function clientFindings(document: OpenApiDocument, path: string, text: string): Finding[] {
  const statements = parseTypeScript(text);
  if ('problem' in statements) return [notTypeScript(path, statements.problem)];
  const functions = new Map(
    statements
      .filter(({ type }) => type === 'FunctionDeclaration')
      .map((node) => [keyOf(nodeAt(node, 'id')), node] as const),
  );
  const names = functionNames(document.operations);
  return document.operations.flatMap((operation, index): Finding[] => {
    const declaration = functions.get(names[index]);
    const label = `${operation.method.toUpperCase()} ${operation.path}`;
    if (declaration === undefined)
      return [lacks(document, operation.place, `no function for ${label}`, path)];
    const results = resultStatuses(statements, declaration);
    return missingStatuses(document, operation, results).map((status) => {
      const place = document.child(operation.place, 'responses', status) ?? operation.place;
      return lacks(document, place, `no result of ${label} with the status ${status}`, path);
    });
  });
}

function missingStatuses(
  document: OpenApiDocument,
  operation: Operation,
  results: ReadonlySet<string>,
): string[] {
  return declaredStatuses(document, operation).filter((status) => !results.has(status.toUpperCase()));
}

/** The statuses that the type of a function's result tells apart: `200`, `4XX`, `DEFAULT`. */
function resultStatuses(statements: readonly SyntaxNode[], declaration: SyntaxNode): ReadonlySet<string> {
  const promise = nodeAt(declaration, 'returnType', 'typeAnnotation');
  const result = argumentsOf(promise)[0];
  const name = keyOf(nodeAt(result, 'typeName'));
  const type = name === undefined ? result : declaredType(statements, name);
  const members = type?.type === 'TSUnionType' ? (type['types'] as SyntaxNode[]) : [type];
  return new Set(members.flatMap((member) => statusOf(argumentsOf(member)[0]) ?? []));
}

function argumentsOf(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  const parameters = nodeAt(node, 'typeParameters') ?? nodeAt(node, 'typeArguments');
  return (parameters?.['params'] as SyntaxNode[] | undefined) ?? [];
}

function statusOf(type: SyntaxNode | undefined): string | undefined {
  if (type?.type === 'TSLiteralType') return keyOf(nodeAt(type, 'literal'));
  const name = keyOf(nodeAt(type, 'typeName'));
  if (name === 'Exclude') return statusOf(argumentsOf(type)[0]);
  if (name === 'Status') return 'DEFAULT';
  return name === 'StatusRange' ? `${statusOf(argumentsOf(type)[0])}XX` : undefined;
}
