import type { DocumentConfig } from '@fixpoint/contract-formats';
import type { Finding } from '@fixpoint/model';
import type { OpenApiDocument } from '@fixpoint/openapi-document';
import type { Generation } from '../facts';
import { clientFindings } from './client-findings';
import { typesFindings } from './types-findings';

/**
 * What was generated of a document against the document itself: every schema has a type, every operation a type and a function, every
 * declared status a result. What commands write is theirs alone.
 *
 * @req FP-OAPI-002
 */
export function completenessFindings(
  document: OpenApiDocument,
  { types, client }: DocumentConfig,
  generations: readonly Generation[],
): Finding[] {
  const files = generations.flatMap((generation) => generation.files);
  const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';
  return [
    ...(types === undefined ? [] : typesFindings(document, types, textOf(types))),
    ...(client === undefined ? [] : clientFindings(document, client, textOf(client))),
  ];
}
