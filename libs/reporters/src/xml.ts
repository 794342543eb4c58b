import { printable } from './printable';

/** An XML element; attributes without a value are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly XmlElement[];
  /** Character data; an element has either this or children. */
  readonly text?: string;
}

/** Renders a document in UTF-8, two-space indent. What XML 1.0 cannot hold is shown as an escape. */
export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementLines(root).join('\n')}\n`;
}

function elementLines({ name, attributes, children = [], text }: XmlElement): string[] {
  const open = `<${name}${attributesText(attributes)}`;
  if (text !== undefined) return [`${open}>${escapeText(text)}</${name}>`];
  if (children.length === 0) return [`${open}/>`];
  return [`${open}>`, ...children.flatMap(elementLines).map(indented), `</${name}>`];
}

function attributesText(attributes: XmlElement['attributes']): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
    .join('');
}

/** Only the first line of character data moves: the rest is content. */
function indented(line: string): string {
  return `  ${line}`;
}

function escapeText(text: string): string {
  // U+FFFE and U+FFFF are no characters of XML.
  return printable(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
