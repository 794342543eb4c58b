import type { HtmlTag } from './html-tags';

/** An address in a tag. */
export interface HtmlLink {
  readonly kind: 'link' | 'image';
  readonly target: string;
  /** Offset of the address as it is written. */
  readonly start: number;
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
    if (attribute.name === 'srcset' && (name === 'img' || name === 'source')) {
      return candidatesOf(attribute.value, attribute.start);
    }
    if (!names.includes(attribute.name)) return [];
    const lead = attribute.value.length - attribute.value.trimStart().length;
    return [{ kind, target: attribute.value.trim(), start: attribute.start + lead }];
  });
}

/** `small.png 1x, large.png 2x`; an address that holds its own data has commas of its own and no file. */
function candidatesOf(value: string, start: number): HtmlLink[] {
  if (value.includes('data:')) return [];
  let offset = start;
  return value.split(',').flatMap((candidate): HtmlLink[] => {
    const at = offset + candidate.length - candidate.trimStart().length;
    offset += candidate.length + 1;
    const [target = ''] = candidate.trim().split(/\s/);
    return target === '' ? [] : [{ kind: 'image', target, start: at }];
  });
}
