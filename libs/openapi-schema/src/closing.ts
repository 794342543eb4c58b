import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { readingOfAlternative } from './alternatives';
import { declaresKeys, partsOf } from './declared-keys';
import { isPartial, type PartReading } from './reading';
import type { Translation } from './translation';

/** Keywords that bring keys of other schemas with them. */
const COMPOSITIONS = ['allOf', 'anyOf', 'oneOf', '$ref', 'dependentSchemas'] as const;

/**
 * Refuses, in what a consumer expects, keys that the schema does not name: the provider never promised them, even where it is free to
 * send more. A schema that names no keys at all is a free-form object and takes any.
 *
 * @req FP-PACT-003
 */
export function closing(
  { document }: Translation,
  place: Located,
  reading: PartReading,
): Record<string, unknown> {
  const { value } = place;
  if (!isRecord(value) || !isPartial(reading) || !declaresKeys(document, place)) return {};
  const declared = value['additionalProperties'];
  if (declared !== undefined && declared !== true) return {};
  // What `true` allows would count as declared in what is around it.
  if (reading === 'expected-part') return { additionalProperties: undefined };
  if (value['unevaluatedProperties'] !== undefined || isBaseOfOthers(document, place)) return {};
  if (!COMPOSITIONS.some((keyword) => keyword in value)) return { additionalProperties: false };
  if (readingOfAlternative(place, reading) === 'expected') return { additionalProperties: undefined };
  return { additionalProperties: undefined, unevaluatedProperties: false };
}

// The schemas that extend it have keys that it does not know of; one that only wraps it is no such schema.
function isBaseOfOthers(document: OpenApiDocument, place: Located): boolean {
  let at = document.resolve(place);
  for (let step = 0; step < 10; step += 1) {
    const { value } = at;
    if (!isRecord(value) || value['oneOf'] !== undefined || value['anyOf'] !== undefined) return false;
    if (value['discriminator'] !== undefined) return true;
    const [wrapped, ...others] = partsOf(document, at, 'allOf');
    if (wrapped === undefined || others.length > 0 || value['properties'] !== undefined) return false;
    at = document.resolve(wrapped);
  }
  return false;
}
