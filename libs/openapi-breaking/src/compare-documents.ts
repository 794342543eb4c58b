import type { Difference } from './difference';
import { compareOperations } from './document/compare-operations';
import { compareSchemes } from './document/compare-schemes';
import { compareSurroundings } from './document/compare-surroundings';
import { matchOperations } from './document/match-operations';
import { createSchemaComparer, type ComparedDocuments } from './schema/compare-schemas';

/**
 * The differences between two documents, in the order of the older and then of the newer one. Pure: the day of `today`
 * decides whether a sunset date has passed.
 *
 * @req FP-BRK-003
 */
export function compareDocuments(documents: ComparedDocuments): readonly Difference[] {
  const { announcedOn = documents.today } = documents;
  const context = { ...documents, announcedOn, compareSchemas: createSchemaComparer(documents) };
  const operations = matchOperations(documents.old, documents.now);
  return [
    ...compareSurroundings(context, operations.isMoved),
    ...compareSchemes(context),
    ...compareOperations(context, operations),
  ];
}
