import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { CONDITION_KEYWORDS } from '../rules/structure-aspects';
import { canonicalText } from './canonical-text';
import { childrenOf, type Conjunction } from './conjunction';
import { expand, type Part } from './expand';
import { flatBounds } from './flat-bounds';
import type { Discriminator, FlatSchema } from './flat-schema';
import { flatTypes } from './flat-types';
import { isTrue, numbersOf, objectOf, textOf, textsIn, valuesOf } from './keywords';
import { shapeText } from './shape-text';

/** Patterns that match every text. */
const ANY_TEXT = new Set(['', '.*', '^.*$', '^', '$', '[\\s\\S]*', '^[\\s\\S]*$']);

/** What a conjunction allows: `allOf` is merged, references are followed, and the ways to write the same become one. */
export function flatten(document: OpenApiDocument, conjunction: Conjunction): FlatSchema {
  const expanded = expand(document, conjunction);
  const { parts, oneOf, anyOf } = expanded;
  const discriminator = discriminatorOf(parts);
  return {
    parts,
    oneOf,
    anyOf,
    ...flatTypes(expanded),
    ...valueParts(parts),
    ...objectParts(document, parts),
    bounds: flatBounds(parts),
    items: childrenOf(document, parts, 'items').filter(({ value }) => !Array.isArray(value)),
    prefixItems: prefixItemsOf(document, parts),
    ...(discriminator && { discriminator }),
    conditions: new Map(
      CONDITION_KEYWORDS.flatMap(({ keyword, name }) => {
        const found = childrenOf(document, parts, keyword);
        return found.length === 0 ? [] : [[name, shapeText(document, found)] as const];
      }),
    ),
    readOnly: isTrue(parts, 'readOnly'),
    writeOnly: isTrue(parts, 'writeOnly'),
    deprecated: isTrue(parts, 'deprecated'),
    ...sunsetOf(parts),
  };
}

function valueParts(
  parts: readonly Part[],
): Pick<
  FlatSchema,
  | 'extensible'
  | 'defaultValue'
  | 'pattern'
  | 'multipleOf'
  | 'uniqueItems'
  | 'contentMediaType'
  | 'contentEncoding'
> {
  const [defaultValue] = valuesOf(parts, 'default');
  const extensible = valuesOf(parts, 'x-extensible-enum').find(Array.isArray);
  const patterns = [...new Set(valuesOf(parts, 'pattern'))].filter(
    (pattern) => typeof pattern === 'string' && !ANY_TEXT.has(pattern),
  );
  const [multipleOf] = numbersOf(parts, 'multipleOf').filter((number) => number > 0);
  return {
    ...(extensible && { extensible: extensible.map(canonicalText) }),
    ...(defaultValue !== undefined && { defaultValue: canonicalText(defaultValue) }),
    ...(patterns.length > 0 && { pattern: patterns.join(' and ') }),
    ...(multipleOf !== undefined && { multipleOf }),
    uniqueItems: isTrue(parts, 'uniqueItems'),
    contentMediaType: textOf(parts, 'contentMediaType'),
    contentEncoding: textOf(parts, 'contentEncoding'),
  };
}

function objectParts(
  document: OpenApiDocument,
  parts: readonly Part[],
): Pick<
  FlatSchema,
  'properties' | 'required' | 'patternProperties' | 'additional' | 'isClosed' | 'dependentRequired'
> {
  const others = ['additionalProperties', 'unevaluatedProperties'].flatMap((keyword) => [
    ...childrenOf(document, parts, keyword),
  ]);
  return {
    properties: mapBelow(document, parts, 'properties'),
    required: new Set(valuesOf(parts, 'required').flatMap(textsIn)),
    patternProperties: mapBelow(document, parts, 'patternProperties'),
    additional: others.filter(({ value }) => isRecord(value)),
    isClosed: others.some(({ value }) => value === false),
    dependentRequired: new Map(
      valuesOf(parts, 'dependentRequired')
        .filter(isRecord)
        .flatMap((map) => Object.entries(map).map(([name, needed]) => [name, textsIn(needed)] as const)),
    ),
  };
}

function mapBelow(
  document: OpenApiDocument,
  parts: readonly Part[],
  keyword: string,
): ReadonlyMap<string, Conjunction> {
  const maps = childrenOf(document, parts, keyword);
  const names = new Set(maps.flatMap(({ value }) => (isRecord(value) ? Object.keys(value) : [])));
  return new Map([...names].map((name) => [name, childrenOf(document, maps, name)]));
}

function prefixItemsOf(document: OpenApiDocument, parts: readonly Part[]): Conjunction[] {
  const lists = childrenOf(document, parts, 'prefixItems');
  const length = Math.max(0, ...lists.map(({ value }) => (Array.isArray(value) ? value.length : 0)));
  return Array.from({ length }, (_, index) => childrenOf(document, lists, index));
}

function discriminatorOf(parts: readonly Part[]): Discriminator | undefined {
  const found = valuesOf(parts, 'discriminator').find(isRecord);
  const propertyName = found?.['propertyName'];
  if (found === undefined || typeof propertyName !== 'string') return undefined;
  const mapping = isRecord(found['mapping']) ? found['mapping'] : {};
  return {
    propertyName,
    mapping: new Map(Object.entries(mapping).map(([name, target]) => [name, String(target)])),
  };
}

/** A sunset date that YAML may have read as something else than a text. */
function sunsetOf(parts: readonly Part[]): Pick<FlatSchema, 'sunset'> {
  const part = parts.find((candidate) => Object.hasOwn(objectOf(candidate), 'x-sunset'));
  return part === undefined ? {} : { sunset: String(objectOf(part)['x-sunset']) };
}
