import { failure, success, type Finding, type Result } from '@fixpoint/model';
import { findingAt, isRecord, parseLocated, type LocatedDocument } from '@fixpoint/structured-text';
import { linkDocument } from './link-document';
import type { OpenApiDocument, OpenApiVersion } from './openapi-document';
import { referenceFindings } from './reference-findings';
import type { DocumentSources } from './sources';

/**
 * Reads a document of which all files are at hand: OpenAPI 3.0, 3.1 or 3.2. Every file that does not parse and every reference that leads
 * nowhere is a finding (`openapi/invalid-yaml`, `openapi/invalid-json`, `openapi/empty-document`, `openapi/unresolved-ref`,
 * `openapi/remote-ref`, `openapi/circular-ref`, `openapi/unknown-version`, `openapi/absent`).
 */
export function readDocument(name: string, sources: DocumentSources): Result<OpenApiDocument> {
  const opened = openDocument(name, sources);
  if (!opened.ok) return opened;
  const unresolved = referenceFindings(opened.value);
  return unresolved.length > 0 ? failure(...unresolved) : opened;
}

/** A document all of whose files parse; its references may lead nowhere. */
export function openDocument(name: string, { entry, texts }: DocumentSources): Result<OpenApiDocument> {
  if (!texts.has(entry)) return failure(absentEntry(name, entry));
  const parsed = [...texts].map(([file, text]) => parseLocated(file, text, 'openapi'));
  const broken = parsed.flatMap((result) => (result.ok ? [] : result.findings));
  if (broken.length > 0) return failure(...broken);
  const files = new Map(
    parsed.flatMap((result) => (result.ok ? [[result.value.file, result.value] as const] : [])),
  );
  const main = files.get(entry) as LocatedDocument;
  const version = versionOf(main);
  return version.ok ? success(linkDocument({ name, file: entry, files, version: version.value })) : version;
}

function versionOf(main: LocatedDocument): Result<OpenApiVersion> {
  const { value } = main;
  const said = isRecord(value) ? value['openapi'] : undefined;
  const version = typeof said === 'string' ? /^3\.[012](?=\.\d)/.exec(said)?.[0] : undefined;
  if (version !== undefined) return success(version as OpenApiVersion);
  const swagger = isRecord(value) && value['swagger'] !== undefined;
  return failure(
    findingAt(main, said === undefined ? '' : '/openapi', {
      id: 'openapi/unknown-version',
      message: swagger
        ? 'this is Swagger 2.0; OpenAPI 3.0, 3.1 and 3.2 are read'
        : `the document does not say that it is OpenAPI 3.0, 3.1 or 3.2${said === undefined ? '' : `, but ${JSON.stringify(said)}`}`,
      expected: '3.0.x, 3.1.x or 3.2.x',
      ...(said !== undefined && { actual: String(said) }),
      fix: swagger
        ? 'convert the document to OpenAPI 3'
        : 'begin the document with a line such as: openapi: 3.1.0',
    }),
  );
}

function absentEntry(name: string, entry: string): Finding {
  return {
    id: 'openapi/absent',
    severity: 'error',
    message: `the document "${name}" is not there`,
    file: entry,
    fix: `restore ${entry}, or remove "${name}" where the documents are named`,
  };
}
