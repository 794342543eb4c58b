import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { fromPointer, isRecord } from '@fixpoint/structured-text';

/** Schemas that hold all at once: what `allOf` means. None of them allows anything. */
export type Conjunction = readonly Located[];

/** What a conjunction is known by: the places of its schemas. */
export function conjunctionKey(conjunction: Conjunction): string {
  return conjunction.map(({ file, pointer }) => `${file}#${pointer}`).join(' ');
}

/** The values below some keys of each schema that has them. */
export function childrenOf(
  document: OpenApiDocument,
  parts: Conjunction,
  ...keys: readonly (string | number)[]
): Conjunction {
  return parts.flatMap((part) => document.child(part, ...keys) ?? []);
}

/** Follows references that stand alone, so that a schema and a reference to it are the same. */
export function settle(document: OpenApiDocument, conjunction: Conjunction): Conjunction {
  const settled = conjunction.map((place) => {
    const reference = isRecord(place.value) ? place.value['$ref'] : undefined;
    if (typeof reference !== 'string') return place;
    return hasSiblings(document, place.value as Record<string, unknown>) ? place : document.resolve(place);
  });
  return [...new Map(settled.map((place) => [conjunctionKey([place]), place])).values()];
}

/** Keys beside `$ref` that say nothing of values. */
const SILENT = new Set(['$ref', 'summary', 'description']);

/** Whether what stands beside a reference counts, which it does since 3.1. */
export function hasSiblings(document: OpenApiDocument, value: Readonly<Record<string, unknown>>): boolean {
  return document.version !== '3.0' && Object.keys(value).some((key) => !SILENT.has(key));
}

/** The last word of the reference that a single schema is; how people call it. */
export function nameOf(conjunction: Conjunction): string | undefined {
  const [only, ...others] = conjunction;
  if (only === undefined || others.length > 0) return undefined;
  const reference = isRecord(only.value) ? only.value['$ref'] : undefined;
  if (typeof reference === 'string') return fromPointer(reference.slice(reference.indexOf('#') + 1)).at(-1);
  return /^\/components\/schemas\/[^/]+$/.test(only.pointer) ? fromPointer(only.pointer).at(-1) : undefined;
}
