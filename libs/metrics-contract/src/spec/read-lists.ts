import { isMetricName } from '../names';
import type { MarkdownLine } from './markdown-lines';
import type { SpecEntry, SpecText } from './spec-metric';

interface Item {
  readonly indent: number;
  readonly content: SpecText;
}

type Key = 'type' | 'labels' | 'unit';

/** An entry while its nested items are read. */
interface Open {
  readonly indent: number;
  readonly entry: { name: SpecText } & Partial<Record<Key, SpecText>>;
  /** The key whose value may go on, and how far in it stands. */
  current?: { readonly key: Key; readonly indent: number };
}

/** The declarations of lists: an item that is a name and nothing else, with nested items such as `type: counter`. */
export function readLists(lines: readonly MarkdownLine[]): SpecEntry[] {
  const entries: Open['entry'][] = [];
  let open: Open | undefined;
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const item = itemOf(line);
    const indent = item?.indent ?? indentOf(line.text);
    if (open !== undefined && indent > open.indent) {
      readNested(open, line, item);
      continue;
    }
    const name = item && nameOf(item.content);
    open = name && { indent, entry: { name } };
    if (open !== undefined) entries.push(open.entry);
  }
  return entries.filter(({ type, labels, unit }) => type ?? labels ?? unit);
}

function readNested(open: Open, { text }: MarkdownLine, item: Item | undefined): void {
  const indent = item?.indent ?? indentOf(text);
  if (open.current !== undefined && indent > open.current.indent) {
    continueValue(open.entry, open.current.key, item === undefined ? text : item);
    return;
  }
  const pair = item && keyOf(item.content);
  open.current = pair && { key: pair.key, indent };
  if (pair !== undefined) open.entry[pair.key] = pair.value;
}

/** Items below a key are its values; a line that is no item goes on with the value. */
function continueValue(entry: Open['entry'], key: Key, next: Item | string): void {
  const value = entry[key] as SpecText;
  const separator = typeof next === 'string' ? ' ' : value.text === '' ? '' : ', ';
  const more = typeof next === 'string' ? next.trim() : next.content.text;
  entry[key] = { ...value, text: `${value.text}${separator}${more}` };
}

const KEYS: Readonly<Record<string, Key>> = { t: 'type', l: 'labels', u: 'unit' };

function keyOf({ text, position }: SpecText): { readonly key: Key; readonly value: SpecText } | undefined {
  const [whole, word, rest] = /^[*`]*(type|labels?|units?)[*`]*\s*:[*`]*\s*(.*)$/i.exec(text) ?? [];
  const key = word && KEYS[word.charAt(0).toLowerCase()];
  if (!key || whole === undefined || rest === undefined) return undefined;
  const column = position.column + whole.length - rest.length;
  return { key, value: { text: rest, position: { line: position.line, column } } };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function itemOf({ text, number }: MarkdownLine): Item | undefined {
  const [whole, indent, content] = /^(\s*)[-*+]\s+(.*)$/.exec(text) ?? [];
  if (whole === undefined || indent === undefined || content === undefined) return undefined;
  const position = { line: number, column: whole.length - content.length + 1 };
  return { indent: indent.replaceAll('\t', '    ').length, content: { text: content.trimEnd(), position } };
}

function nameOf(content: SpecText): SpecText | undefined {
  const name = content.text
    .replace(/[`*]/g, '')
    .replace(/\s*:$/, '')
    .replace(/\\(?=_)/g, '')
    .trim();
  return isMetricName(name) ? { ...content, text: name } : undefined;
}
