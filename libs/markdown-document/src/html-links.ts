import { decodeEntities, type HtmlAttribute, type HtmlTag } from './html-tags';

/** An address in a tag. */
export interface HtmlLink {
  readonly kind: 'link' | 'image';
  readonly target: string;
  /** Offsets of the address as it is written. */
  readonly start: number;
  readonly end: number;
}

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  img: ['src'],
  source: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  embed: ['src'],
};

/** The addresses that a tag leads to or shows: `href`, `src`, `poster` and each candidate of a `srcset`. */
export function linksOfTag({ name, attributes, isClosing }: HtmlTag): HtmlLink[] {
  if (isClosing) return [];
  const names = ADDRESSES[name] ?? [];
  const kind = name === 'a' || name === 'area' ? 'link' : 'image';
  return attributes.flatMap((attribute): HtmlLink[] => {
    if (attribute.name === 'srcset' && (name === 'img' || name === 'source')) return candidatesOf(attribute);
    return names.includes(attribute.name) ? [toLink(kind, attribute.written, attribute.start)] : [];
  });
}

/** `small.png 1x, large.png 2x`; an address that holds its own data has commas of its own and no file. */
function candidatesOf({ written, start }: HtmlAttribute): HtmlLink[] {
  if (written.includes('data:')) return [];
  let offset = start;
  return written.split(',').flatMap((candidate): HtmlLink[] => {
    const at = offset + candidate.length - candidate.trimStart().length;
    offset += candidate.length + 1;
    const [address = ''] = candidate.trim().split(/\s/);
    return address === '' ? [] : [toLink('image', address, at)];
  });
}

function toLink(kind: HtmlLink['kind'], written: string, start: number): HtmlLink {
  const address = written.trim();
  const at = start + written.length - written.trimStart().length;
  return { kind, target: decodeEntities(address), start: at, end: at + address.length };
}
