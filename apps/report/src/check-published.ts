import { failureOf, success, type Finding, type Ports, type Result } from '@fixpoint/model';
import { collectSources, readDocument, type Located, type OpenApiDocument } from '@fixpoint/openapi-document';
import { mediaTypesOf, responseFor, routeTable } from '@fixpoint/openapi-routing';
import { schemaChecker } from '@fixpoint/openapi-schema';
import { parseJson, positionOfPointer } from '@fixpoint/structured-text';
import type { Published } from './read-sources';

/**
 * The site's half of the contract: each file lies where the document has an operation, and is what that operation gives. Pages are
 * rendered from files that passed, so that no page has to doubt what the client's types say.
 */
export async function checkPublished(
  ports: Ports,
  contract: string,
  files: readonly Published[],
): Promise<Result<readonly Published[]>> {
  const read = readDocument('report', await collectSources(ports, contract));
  if (!read.ok) return failureOf('usage', ...read.findings);
  const document = read.value;
  const checker = schemaChecker(document);
  const findings = files.flatMap((file): readonly Finding[] => {
    const parsed = parseJson(file.text, file.source, 'report');
    if (!parsed.ok) return parsed.findings;
    const schema = schemaOf(document, `/${file.path}`);
    if (schema === undefined) return [noOperation(file, contract)];
    const verdict = checker.check(schema, parsed.value, { reading: 'received' });
    if (verdict.kind === 'unusable') return [unusable(contract, verdict.reason)];
    return verdict.problems.map(({ pointer, message, rule }) => ({
      id: 'report/not-in-contract',
      severity: 'error',
      message: `${pointer === '' ? 'the document' : pointer} ${message}`,
      file: file.source,
      position: positionOfPointer(file.text, pointer),
      path: pointer,
      expected: `${rule.file}#${rule.pointer}`,
      fix: `let ${rule.file} say what the file holds (under ${rule.pointer}), or derive the file again`,
    }));
  });
  return findings.length > 0 ? failureOf('drift', ...findings) : success(files);
}

/** The schema of what GET gives at a path when all is well. */
function schemaOf(document: OpenApiDocument, path: string): Located | undefined {
  const match = routeTable([document]).find('get', path);
  const response = match && responseFor(document, match.operation, 200);
  const json =
    response && mediaTypesOf(document, response.place).find(({ type }) => type === 'application/json');
  return json && document.child(json.place, 'schema');
}

function noOperation({ path, source }: Published, contract: string): Finding {
  return {
    id: 'report/no-operation',
    severity: 'error',
    message: `no operation of ${contract} gives /${path} as application/json`,
    file: source,
    fix: `describe GET /${path} in ${contract}`,
  };
}

function unusable(contract: string, reason: string): Finding {
  return {
    id: 'report/unusable-schema',
    severity: 'error',
    message: `a schema cannot be used: ${reason}`,
    file: contract,
    fix: `correct the schema in ${contract}`,
  };
}
