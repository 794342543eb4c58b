import { mdocItem } from './mdoc-item';
import { lineText, macroArguments, roffText } from './roff-text';

/** A tagged paragraph whose tags begin with a dash. */
export interface ManItem {
  readonly tags: readonly string[];
  /** Its first paragraph on one line. */
  readonly description: string;
}

/** What the next text line is: the tag of a paragraph, one more tag of it, maybe a tag, or mere text. */
type Expected = 'tag' | 'another-tag' | 'paragraph' | 'text';

interface Reading {
  readonly items: { tags: string[]; lines: string[]; closed: boolean }[];
  expected: Expected;
  skipped: boolean;
}

const SKIPPED_SECTIONS =
  /^(?:name|synopsis|examples?|see also|files|bugs|authors?|history|copyright|exit status)$/i;

/** The tagged paragraphs of a page that are about flags. */
export function manItems(source: string): ManItem[] {
  const reading: Reading = { items: [], expected: 'text', skipped: false };
  for (const line of withoutDefinitions(source)) {
    if (/^[.']/.test(line)) readMacro(line, reading);
    else readText(roffText(line), reading);
  }
  return reading.items.map(({ tags, lines }) => ({
    tags,
    description: lines.join(' ').replaceAll(/\s+/g, ' ').trim(),
  }));
}

// Comments, definitions of macros and literal blocks are no text of the page.
function withoutDefinitions(source: string): string[] {
  const kept: string[] = [];
  let until: RegExp | undefined;
  for (const line of source.split(/\r?\n/)) {
    if (until !== undefined) {
      if (until.test(line)) until = undefined;
    } else if (/^[.']\s*(?:de|ig)\b/.test(line)) until = /^\.\.\s*$/;
    else if (/^\.\s*(?:nf|EX|Bd)\b/.test(line)) until = /^\.\s*(?:fi|EE|Ed)\b/;
    else if (!/^[.']\s*\\"/.test(line) && !/^\.\s*(?:if|ie|el|ds|nr|ft|ad|hy|nh|in|ne)\b/.test(line))
      kept.push(line);
  }
  return kept;
}

type MacroReader = (rest: string, reading: Reading) => void;

function paragraphTag(expected: Expected): MacroReader {
  return (_rest, reading) => {
    reading.expected = expected;
  };
}

const SECTION: MacroReader = (rest, reading) => {
  reading.skipped = SKIPPED_SECTIONS.test(macroArguments(rest).join(' '));
  closeItem(reading);
  reading.expected = 'text';
};

const MACROS: ReadonlyMap<string, MacroReader> = new Map([
  ['SH', SECTION],
  ['Sh', SECTION],
  ['TP', paragraphTag('tag')],
  ['HP', paragraphTag('tag')],
  ['TQ', paragraphTag('another-tag')],
  ['IP', (rest, reading) => addTag(roffText(macroArguments(rest)[0] ?? ''), reading)],
  ['It', (rest, reading) => addTag(mdocItem(rest), reading)],
  ...['PP', 'P', 'LP', 'Pp', 'sp'].map((name): [string, MacroReader] => [
    name,
    (_rest, reading) => endParagraph(reading),
  ]),
]);

function readMacro(line: string, reading: Reading): void {
  const [, name = '', rest = ''] = /^[.']\s*(\S+)\s*(.*)$/.exec(line) ?? [];
  const reader = MACROS.get(name);
  if (reader !== undefined) reader(rest, reading);
  else readText(lineText(line) ?? '', reading);
}

function endParagraph(reading: Reading): void {
  if ((reading.items.at(-1)?.lines.length ?? 0) > 0) closeItem(reading);
  reading.expected = 'paragraph';
}

function readText(text: string, reading: Reading): void {
  if (text.trim() === '') {
    if (text === '' && reading.expected === 'text') endParagraph(reading);
    return;
  }
  const { expected } = reading;
  reading.expected = 'text';
  const item = reading.items.at(-1);
  const isFlag = text.startsWith('-');
  if (expected === 'another-tag' && item !== undefined) item.tags.push(text);
  else if (expected === 'tag' || (expected === 'paragraph' && isFlag)) addTag(text, reading);
  else if (item !== undefined && !item.closed) item.lines.push(text);
}

// AsciiDoc writes the spellings of one flag as paragraphs that follow each other.
function addTag(text: string, reading: Reading): void {
  reading.expected = 'text';
  if (reading.skipped || !/^-[^\s]/.test(text)) return closeItem(reading);
  const item = reading.items.at(-1);
  if (item !== undefined && !item.closed && item.lines.length === 0) item.tags.push(text);
  else reading.items.push({ tags: [text], lines: [], closed: false });
}

function closeItem({ items }: Reading): void {
  const item = items.at(-1);
  if (item !== undefined) item.closed = true;
}
