import {
  compareFindings,
  failure,
  success,
  type Finding,
  type ModulePort,
  type Result,
} from '@fixpoint/model';
import { consistencyFindings } from './consistency-findings';
import { locate } from './link-document';
import type { OpenApiDocument } from './openapi-document';
import { openDocument } from './read-document';
import { referenceFindings } from './reference-findings';
import type { DocumentSources } from './sources';
import { validateDocument } from './validate-document';

/**
 * Reads a document and says everything that is wrong with it at once. A failure where a file does not parse or a reference leads
 * nowhere, with all other findings beside; otherwise the document, whose findings may be errors too (see `validateDocument`).
 */
export async function inspectDocument(
  modules: ModulePort,
  name: string,
  sources: DocumentSources,
): Promise<Result<OpenApiDocument>> {
  const opened = openDocument(name, sources);
  if (!opened.ok) return opened;
  const document = opened.value;
  const references = referenceFindings(document);
  // The library that knows the structure follows references, and gives up on circles.
  const isCircular = references.some(({ id }) => id === 'openapi/circular-ref');
  const others = isCircular ? consistencyFindings(document) : await validateDocument(modules, document);
  // The library says so of every object that holds a reference, whichever link of the chain is the broken one.
  const isKnown = ({ id, file, path }: Finding): boolean =>
    references.length > 0 &&
    id === 'openapi/unresolved-ref' &&
    locate(document.files, `#${path}/$ref`, file) !== undefined;
  const findings = [...references, ...others.filter((finding) => !isKnown(finding))];
  findings.sort(compareFindings);
  return references.length > 0 ? failure(...findings) : success(document, findings);
}
