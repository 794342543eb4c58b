import type { OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { serversOf } from '../document/servers';

/** Finds the operation that a literal request is for. */
export type OperationFinder = (method: string, path: string) => Operation | undefined;

/** Literal segments win over templates, from the left; the base path of a server may stand in front or not. */
export function createOperationFinder(document: OpenApiDocument): OperationFinder {
  const routes = document.operations
    .map((operation) => ({ operation, pattern: patternOf(operation.path), rank: rankOf(operation.path) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  const basePaths = serversOf(document).map(({ basePath }) => basePath);
  return (method, path) => {
    const stripped = basePaths
      .filter((basePath) => basePath !== '' && path.startsWith(`${basePath}/`))
      .map((basePath) => path.slice(basePath.length));
    for (const candidate of [path, ...stripped]) {
      const found = routes.find(
        ({ operation, pattern }) =>
          operation.method.toLowerCase() === method.toLowerCase() && pattern.test(candidate),
      );
      if (found !== undefined) return found.operation;
    }
    return undefined;
  };
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
}

/** Sorts literal segments before templates. */
function rankOf(template: string): string {
  return template
    .split('/')
    .map((segment) => (segment.includes('{') ? '1' : '0'))
    .join('');
}
