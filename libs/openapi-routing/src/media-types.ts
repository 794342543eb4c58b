import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';

/** One entry of a `content`. */
export interface MediaType {
  /** As it is written. */
  readonly type: string;
  readonly place: Located;
}

/** The media types of a request body, a response, a parameter or a header; none where there is no `content`. */
export function mediaTypesOf(document: OpenApiDocument, owner: Located): MediaType[] {
  const content = document.child(owner, 'content');
  if (content === undefined || !isRecord(content.value)) return [];
  return Object.keys(content.value).flatMap((type) => {
    const place = document.child(content, type);
    return place === undefined ? [] : [{ type, place: document.resolve(place) }];
  });
}

/**
 * The declared type that a `Content-Type` or `Accept` header means, by falling precision: the same with its parameters, without them, the
 * same but for a vendor's prefix or suffix (`application/vnd.x+json` is `application/json`), a declared range, a range that is asked for.
 * Of several that are accepted, higher quality goes first.
 */
export function matchMediaType<T extends { readonly type: string }>(
  header: string,
  declared: readonly T[],
): T | undefined {
  const wanted = header
    .split(',')
    .map((part, index) => ({ text: normal(part), quality: qualityOf(part), index }))
    .filter(({ text, quality }) => text !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
    .map(({ text }) => text);
  const tests: readonly ((asked: string, offered: string) => boolean)[] = [
    (asked, offered) => withoutQuality(asked) === offered,
    (asked, offered) => typeOf(asked) === typeOf(offered),
    (asked, offered) => withoutVendor(asked) === withoutVendor(offered),
    (asked, offered) => isInRange(typeOf(asked), typeOf(offered)),
    (asked, offered) => isInRange(typeOf(offered), typeOf(asked)),
  ];
  for (const test of tests) {
    for (const asked of wanted) {
      const found = declared.find(({ type }) => test(asked, normal(type)));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A media type without its parameters, in lower case. */
export function typeOf(header: string): string {
  return (header.split(';')[0] as string).trim().toLowerCase();
}

/** Whether a media type is JSON, itself or by its suffix. */
export function isJsonType(header: string): boolean {
  return /^(?:application|text)\/(?:json|[^/]*\+json)$/.test(typeOf(header));
}

function normal(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

function withoutQuality(text: string): string {
  return text.replace(/;q=[^;]*/g, '');
}

function qualityOf(text: string): number {
  const quality = /;\s*q\s*=\s*([0-9.]+)/i.exec(text)?.[1];
  return quality === undefined ? 1 : Number(quality);
}

function withoutVendor(text: string): string {
  const [type = '', subtype = ''] = typeOf(text).split('/');
  return `${type}/${subtype.slice(subtype.lastIndexOf('+') + 1)}`;
}

function isInRange(type: string, range: string): boolean {
  return range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}
