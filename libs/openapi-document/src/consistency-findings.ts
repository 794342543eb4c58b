import type { Finding } from '@fixpoint/model';
import { nearest } from '@fixpoint/structured-text';
import { circularSchemas } from './circular-schemas';
import type { Located, OpenApiDocument, Operation } from './openapi-document';
import { templateNames, templateShape } from './path-templates';

/**
 * What no schema of OpenAPI expresses: operation ids that occur twice (`openapi/duplicate-operation-id`, at every place), path
 * templates that match the same requests (`openapi/colliding-paths`, an error where they share a method: published documents do tell
 * operations apart by the method alone, against the letter of the specification) and parameters of a path that are not declared
 * (`openapi/path-parameter-undeclared`), and schemas that are a part of themselves (`openapi/circular-schema`).
 */
export function consistencyFindings(document: OpenApiDocument): Finding[] {
  return [
    ...duplicateIds(document),
    ...collidingPaths(document),
    ...circularSchemas(document),
    ...document.operations.flatMap((operation) => undeclaredParameters(document, operation)),
  ];
}

function duplicateIds(document: OpenApiDocument): Finding[] {
  const named = document.operations.filter(({ id }) => id !== undefined);
  return groups(named, ({ id }) => id as string).flatMap((operations) =>
    operations.map((operation) => {
      const others = operations
        .filter((other) => other !== operation)
        .map((other) => nameOf(document, other));
      return document.finding(document.child(operation.place, 'operationId') as Located, {
        id: 'openapi/duplicate-operation-id',
        message: `the operation id ${JSON.stringify(operation.id)} is taken by ${others.join(' and ')} too`,
        actual: operation.id as string,
        fix: 'give each operation an id of its own',
      });
    }),
  );
}

function nameOf(document: OpenApiDocument, { method, path, place }: Operation): string {
  const line = document.positionOf(place)?.line;
  return `${method.toUpperCase()} ${path} (${place.file}${line === undefined ? '' : `:${line}`})`;
}

function collidingPaths(document: OpenApiDocument): Finding[] {
  const paths = document.child(document.root, 'paths');
  if (paths === undefined || typeof paths.value !== 'object' || paths.value === null) return [];
  const templates = Object.keys(paths.value).filter((path) => path.startsWith('/'));
  const methodsOf = (path: string): string[] =>
    document.operations.filter((operation) => operation.path === path).map(({ method }) => method);
  return groups(templates, templateShape).flatMap((group) => {
    const [shared] = groups(group.flatMap(methodsOf), (method) => method)[0] ?? [];
    return group.map((path) =>
      document.finding(document.child(paths, path) as Located, {
        id: 'openapi/colliding-paths',
        ...(shared === undefined && { severity: 'warning' as const }),
        message: `${path} matches the same requests as ${group.filter((other) => other !== path).join(' and ')}${
          shared === undefined ? ', though by other methods' : `, by ${shared.toUpperCase()} at least`
        }`,
        actual: path,
        fix: 'join the path items under one template',
      }),
    );
  });
}

function undeclaredParameters(document: OpenApiDocument, operation: Operation): Finding[] {
  const declared = operation.parameters.flatMap(({ value }) =>
    value['in'] === 'path' && typeof value['name'] === 'string' ? [value['name']] : [],
  );
  return [...new Set(templateNames(operation.path))]
    .filter((name) => !declared.includes(name))
    .map((name) => {
      const meant = nearest(name, declared);
      return document.finding(operation.place, {
        id: 'openapi/path-parameter-undeclared',
        message: `${operation.method.toUpperCase()} ${operation.path} declares no path parameter ${JSON.stringify(name)}`,
        expected: name,
        ...(meant !== undefined && { actual: meant }),
        fix: `add { name: ${JSON.stringify(name)}, in: path, required: true, schema: { type: string } } to its parameters`,
      });
    });
}

/** The values that share a key with another one, in groups. */
function groups<T>(values: readonly T[], keyOf: (value: T) => string): T[][] {
  const byKey = new Map<string, T[]>();
  for (const value of values) {
    const group = byKey.get(keyOf(value));
    if (group === undefined) byKey.set(keyOf(value), [value]);
    else group.push(value);
  }
  return [...byKey.values()].filter((group) => group.length > 1);
}
