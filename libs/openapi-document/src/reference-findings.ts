import type { Finding } from '@fixpoint/model';
import type { Located, OpenApiDocument } from './openapi-document';
import { locate } from './link-document';
import { isRemote, referencesIn, splitReference } from './references';

/** What is wrong with the references of a document: they leave the machine, lead nowhere, or lead to one another only. */
export function referenceFindings(document: OpenApiDocument): Finding[] {
  return [...document.files.values()].flatMap(({ file, value }) =>
    referencesIn(value).flatMap(({ reference, pointer }) => {
      const place: Located = { value: undefined, file, pointer: `${pointer}/$ref` };
      if (isRemote(reference)) return [remote(document, place, reference)];
      const target = locate(document.files, reference, file);
      if (target === undefined) return [unresolved(document, place, reference)];
      return leadsInCircle(document, target) ? [circular(document, place, reference)] : [];
    }),
  );
}

function leadsInCircle(document: OpenApiDocument, target: Located): boolean {
  const { value } = document.resolve(target);
  return (
    typeof value === 'object' && value !== null && typeof (value as { $ref?: unknown }).$ref === 'string'
  );
}

function remote(document: OpenApiDocument, place: Located, reference: string): Finding {
  return document.finding(place, {
    id: 'openapi/remote-ref',
    message: `the reference ${JSON.stringify(reference)} leads to another machine, and nothing is fetched`,
    actual: reference,
    fix: 'keep a copy of what it names in the repository and refer to that',
  });
}

function unresolved(document: OpenApiDocument, place: Located, reference: string): Finding {
  const target = splitReference(reference, place.file);
  const isFileThere = target !== undefined && document.files.has(target.file);
  return document.finding(place, {
    id: 'openapi/unresolved-ref',
    message: isFileThere
      ? `the reference ${JSON.stringify(reference)} names nothing in ${target.file}`
      : `the reference ${JSON.stringify(reference)} leads to no file`,
    actual: reference,
    fix: isFileThere
      ? `define what it names in ${target.file}, or correct the reference`
      : 'correct the path, or add the file',
  });
}

function circular(document: OpenApiDocument, place: Located, reference: string): Finding {
  return document.finding(place, {
    id: 'openapi/circular-ref',
    message: `the reference ${JSON.stringify(reference)} leads back to itself without ever naming a value`,
    actual: reference,
    fix: 'let one of the references in the circle be a value',
  });
}
