import { compareFindings, type Finding, type ModulePort } from '@fixpoint/model';
import { consistencyFindings } from './consistency-findings';
import type { OpenApiDocument } from './openapi-document';
import { structureFindings } from './structure-findings';

/**
 * Everything that is wrong with a document that could be read: its structure by the specification's version, and what no schema
 * can express. Sorted; each with file, position and JSON pointer. Throws a ToolError only where the checking library is missing.
 */
export async function validateDocument(
  modules: ModulePort,
  document: OpenApiDocument,
): Promise<readonly Finding[]> {
  const structure = await structureFindings(modules, document);
  return [...structure, ...consistencyFindings(document)].sort(compareFindings);
}
