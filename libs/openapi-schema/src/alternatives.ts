import type { Located } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { declaresKeys, partsOf } from './declared-keys';
import { isPartial, readingOfPart, type PartReading } from './reading';
import { translateSchema } from './translate-schema';
import { PLACE, type JsonSchema, type Translation } from './translation';

/**
 * `anyOf` and `oneOf`. Of a part of a value it cannot be told that no second alternative fits it, so one that fits is enough then. Where
 * a discriminator says which alternative is meant, that one alone is asked.
 */
export function alternativesOf(
  translation: Translation,
  place: Located,
  reading: PartReading,
): Record<string, unknown> {
  const schema: Record<string, unknown> = {};
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const parts = partsOf(translation.document, place, keyword);
    if (parts.length === 0) continue;
    const how = readingOfAlternative(place, reading);
    const branches = parts.map((part) => branch(translation, part, how));
    const chosen = byDiscriminator(translation, place, { parts, branches });
    const either = {
      [PLACE]: [place.file, place.pointer],
      'x-keyword': keyword,
      [isPartial(reading) ? 'anyOf' : keyword]: branches,
    };
    // Both keywords may stand side by side, and both may come out as the same one.
    const list = (schema['allOf'] ?? []) as unknown[];
    if (chosen === undefined) schema['allOf'] = [...list, either];
    else schema['allOf'] = [...list, { ...chosen, else: either }];
  }
  const own = translation.document.child(place, 'allOf');
  if (schema['allOf'] === undefined || !Array.isArray(own?.value)) return schema;
  const parts = partsOf(translation.document, place, 'allOf');
  const translated = parts.map((part) => translateSchema(translation, part, readingOfPart(reading)));
  return { allOf: [...translated, ...(schema['allOf'] as unknown[])] };
}

/** An alternative that has the value for itself can say which keys are declared; beside other keywords it cannot. */
export function readingOfAlternative(place: Located, reading: PartReading): PartReading {
  const { value } = place as Located<Record<string, unknown>>;
  const isAlone = !['properties', 'patternProperties', 'allOf', '$ref', 'dependentSchemas'].some(
    (key) => key in value,
  );
  return reading === 'expected' && isAlone && !('anyOf' in value) ? reading : readingOfPart(reading);
}

/** An alternative that names no keys allows any; that has to be said where keys are counted around it. */
function branch(translation: Translation, part: Located, reading: PartReading): JsonSchema {
  const schema = translateSchema(translation, part, reading);
  const isOpen = reading === 'expected-part' && !declaresKeys(translation.document, part);
  return isOpen ? { allOf: [schema], additionalProperties: true } : schema;
}

interface Branches {
  readonly parts: readonly Located[];
  readonly branches: readonly JsonSchema[];
}

/** `if` there is a value to discriminate by, `then` the alternative it names. */
function byDiscriminator(
  { document }: Translation,
  place: Located,
  { parts, branches }: Branches,
): Record<string, unknown> | undefined {
  const property = document.child(place, 'discriminator', 'propertyName')?.value;
  if (typeof property !== 'string') return undefined;
  const mapping = document.child(place, 'discriminator', 'mapping')?.value;
  const names = parts.map((part) => namesOf(part, isRecord(mapping) ? mapping : {}));
  // An alternative without a name of its own cannot be chosen by one.
  if (names.some((list) => list.length === 0)) return undefined;
  const origin = { [PLACE]: [place.file, `${place.pointer}/discriminator`] };
  const has = (values: readonly string[]) => ({
    ...origin,
    properties: { [property]: { ...origin, enum: values } },
    required: [property],
  });
  const cases = names.map((values, index) => ({ if: has(values), then: branches[index] }));
  const hasDefault = document.child(place, 'discriminator', 'defaultMapping') !== undefined;
  return {
    if: hasDefault ? has(names.flat()) : { required: [property] },
    then: { allOf: [...cases, has(names.flat())] },
  };
}

function namesOf(part: Located, mapping: Record<string, unknown>): string[] {
  const reference = isRecord(part.value) ? part.value['$ref'] : undefined;
  if (typeof reference !== 'string') return [];
  const implied = reference.slice(reference.lastIndexOf('/') + 1);
  const mapped = Object.keys(mapping).filter(
    (name) => mapping[name] === reference || mapping[name] === implied,
  );
  return [...new Set([...mapped, implied])];
}
