import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';

/** One media type of a body. */
export interface MediaType {
  /** As the document has it. */
  readonly name: string;
  readonly place: Located;
}

/** Media types of two bodies: those that are the same or cover one another, and those that only one has. */
export interface MatchedMediaTypes {
  readonly pairs: readonly { readonly old: MediaType; readonly now: MediaType }[];
  readonly removed: readonly MediaType[];
  readonly added: readonly MediaType[];
}

/** The media types of the `content` of a body, a parameter or a header. */
export function mediaTypesOf(document: OpenApiDocument, holder: Located | undefined): MediaType[] {
  const content = holder && document.child(holder, 'content');
  if (content === undefined || !isRecord(content.value)) return [];
  return Object.keys(content.value).flatMap((name) => {
    const place = document.child(content, name);
    return place === undefined ? [] : [{ name, place: document.resolve(place) }];
  });
}

/** The schema of a parameter or a header: its own, or that of the one media type it is written in. */
export function schemaOf(document: OpenApiDocument, holder: Located): Located | undefined {
  const [mediaType] = mediaTypesOf(document, holder);
  return document.child(holder, 'schema') ?? (mediaType && document.child(mediaType.place, 'schema'));
}

/**
 * Media types are the same by name, then without their parameters (`charset`), and what is left counts as the same as a range
 * of the other side that covers it.
 */
export function matchMediaTypes(old: readonly MediaType[], now: readonly MediaType[]): MatchedMediaTypes {
  const pairs: { old: MediaType; now: MediaType }[] = [];
  let [removed, added] = [[...old], [...now]];
  for (const isSame of [isEqual, isEssentiallyEqual]) {
    for (const was of removed) {
      const is = added.find((candidate) => isSame(was.name, candidate.name));
      if (is === undefined) continue;
      pairs.push({ old: was, now: is });
      removed = removed.filter((other) => other !== was);
      added = added.filter((other) => other !== is);
    }
  }
  const [gone, come] = [removed, added];
  for (const was of gone) {
    const range = now.find(({ name }) => covers(name, was.name));
    if (range !== undefined) pairs.push({ old: was, now: range });
  }
  for (const is of come) {
    const range = old.find(({ name }) => covers(name, is.name));
    if (range !== undefined) pairs.push({ old: range, now: is });
  }
  removed = gone.filter((was) => !now.some(({ name }) => covers(name, was.name)));
  added = come.filter((is) => !old.some(({ name }) => covers(name, is.name)));
  return { pairs, removed, added };
}

function isEqual(a: string, b: string): boolean {
  return a.toLowerCase().replaceAll(' ', '') === b.toLowerCase().replaceAll(' ', '');
}

function isEssentiallyEqual(a: string, b: string): boolean {
  return essenceOf(a) === essenceOf(b);
}

/** A media type without its parameters. */
export function essenceOf(name: string): string {
  return (name.split(';')[0] as string).trim().toLowerCase();
}

/** Whether a range such as `application/*` covers a media type. */
export function covers(range: string, name: string): boolean {
  const [type, subtype] = essenceOf(range).split('/');
  if (subtype !== '*') return false;
  return type === '*' || type === essenceOf(name).split('/')[0];
}
