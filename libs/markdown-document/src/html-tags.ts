/** An attribute of a tag, with the offset of its value (of its name, where it has none). */
export interface HtmlAttribute {
  readonly name: string;
  /** As it is written, with entities. */
  readonly written: string;
  readonly start: number;
}

/** A tag in a piece of HTML. */
export interface HtmlTag {
  /** Lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: readonly HtmlAttribute[];
  readonly start: number;
  /** Offset after the tag. */
  readonly end: number;
}

/** The tags of a piece of HTML, and whether it ends inside a comment. */
export interface HtmlTags {
  readonly tags: readonly HtmlTag[];
  readonly endsInComment: boolean;
}

/** Elements whose content is no HTML. */
const RAW = new Set(['script', 'style', 'textarea']);

/** Finds tags and their attributes as a browser does; comments, and the content of scripts and styles, have none. */
export function scanHtml(html: string): HtmlTags {
  const tags: HtmlTag[] = [];
  const opening = /<(?:(!--)|(\/?)([a-zA-Z][\w:-]*))/g;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const [, comment, slash, name = ''] = match;
    if (comment !== undefined) {
      const end = html.indexOf('-->', match.index + 2);
      if (end === -1) return { tags, endsInComment: true };
      opening.lastIndex = end + 3;
      continue;
    }
    const tag = readTag(html, { name: name.toLowerCase(), isClosing: slash === '/', start: match.index });
    tags.push(tag);
    opening.lastIndex = RAW.has(tag.name) && !tag.isClosing ? endOfRaw(html, tag) : tag.end;
  }
  return { tags, endsInComment: false };
}

function readTag(html: string, tag: Pick<HtmlTag, 'name' | 'isClosing' | 'start'>): HtmlTag {
  const attributes: HtmlAttribute[] = [];
  let at = tag.start + 1 + (tag.isClosing ? 1 : 0) + tag.name.length;
  for (;;) {
    at = skip(html, at, /[\s/]*/y);
    const afterName = skip(html, at, /[^\s"'<>/=]+/y);
    if (afterName === at) break;
    const attribute = readValue(html, { name: html.slice(at, afterName).toLowerCase(), at: afterName });
    attributes.push({ name: attribute.name, written: attribute.value, start: attribute.start });
    at = attribute.end;
  }
  return { ...tag, attributes, end: html[at] === '>' ? at + 1 : at };
}

function readValue(html: string, { name, at }: { readonly name: string; readonly at: number }) {
  const equals = skip(html, at, /\s*=\s*/y);
  if (equals === at) return { name, value: '', start: at - name.length, end: at };
  const quote = html[equals];
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, equals + 1);
    const end = close === -1 ? html.length : close;
    return { name, value: html.slice(equals + 1, end), start: equals + 1, end: end + 1 };
  }
  const end = skip(html, equals, /[^\s"'=<>`]*/y);
  return { name, value: html.slice(equals, end), start: equals, end };
}

/** Where a match that begins at an offset ends; the offset itself where there is none. */
function skip(text: string, at: number, sticky: RegExp): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}

function endOfRaw(html: string, { name, end }: HtmlTag): number {
  const close = new RegExp(`</${name}\\b`, 'gi');
  close.lastIndex = end;
  return close.exec(html)?.index ?? html.length;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** A piece of HTML with the few entities that addresses and titles are written with read, and all that are numbers. */
export function decodeEntities(html: string): string {
  if (!html.includes('&')) return html;
  return html.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (entity, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] as string;
      const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal);
      return code === 0 || code > 0x10ffff ? entity : String.fromCodePoint(code);
    },
  );
}

/** The text of a piece of HTML, space folded as it is read. */
export function htmlText(html: string): string {
  const { tags } = scanHtml(html);
  let text = '';
  let from = 0;
  for (const { start, end } of tags) {
    text += html.slice(from, start);
    from = end;
  }
  return decodeEntities(text + html.slice(from))
    .replace(/\s+/g, ' ')
    .trim();
}
