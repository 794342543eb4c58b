import type { Finding } from '@fixpoint/model';
import { isRecord } from '@fixpoint/structured-text';
import type { Located, OpenApiDocument } from './openapi-document';
import { locate, LONGEST_CHAIN } from './link-document';
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

/** Whether references follow one another without end. A chain that ends where nothing is has its finding there. */
function leadsInCircle({ files }: OpenApiDocument, target: Located): boolean {
  const visited = new Set<string>();
  let at: Located | undefined = target;
  while (at !== undefined) {
    const place = `${at.file} ${at.pointer}`;
    if (visited.has(place) || visited.size === LONGEST_CHAIN) return true;
    visited.add(place);
    const reference: unknown = isRecord(at.value) ? at.value['$ref'] : undefined;
    at = typeof reference === 'string' ? locate(files, reference, at.file) : undefined;
  }
  return false;
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
