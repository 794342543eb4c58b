import { type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import { isBlank, joinLines, type Line } from '../../text/line';
import { invocationRecord, readInvocation } from '../argparse/invocation';

/** A tagged paragraph: what stands before its text, and the text. */
export interface ManTag {
  readonly left: string;
  readonly indent: number;
  readonly description: string;
}

interface Draft {
  readonly left: string;
  readonly indent: number;
  readonly body: Line[];
  /** The text goes on at the tag's own indentation. */
  readonly flush?: true;
}

// The column of the text of tagged paragraphs in `man`.
const TAG_WIDTH = 7;
const GAP = / {2,}/;
const BULLET = /^(?:[o*•]|\+o) (?=\S+$)/;
const TYPED = /^(.*) \((\w+)\)$/;
// Some put the text behind the type, in a paragraph of its own that is wrapped to the tag's indentation.
const TYPED_PARAGRAPH = /^(--[\w-]+(?: +\| +--[\w-]+)?) +\(([a-z][a-z ]*)\) +(?=\S)/;
const DEFAULT = /; default="?([^"]*)"?$/;
const MOST_VALUES = 4;
const NEGATED = /--\[no-\]([\w-]+)/g;

/**
 * Reads the tagged paragraphs of a section. A tag stands alone on its line and its text is indented further, after a gap or
 * not; a short one may have its text behind it, in the column of the lines that follow.
 */
export function readManTags(lines: readonly Line[], isTag: (text: string) => boolean): ManTag[] {
  const drafts: Draft[] = [];
  lines.forEach((line, index) => {
    const cut = isBlank(line) ? undefined : cutTag(line, lines, index);
    const draft = drafts.at(-1);
    if (cut !== undefined && isTag(cut.left)) drafts.push({ ...cut, indent: line.indent });
    else if (draft !== undefined && (isBlank(line) || line.indent >= draft.indent + (draft.flush ? 0 : 1)))
      draft.body.push(line);
  });
  return drafts.map(({ left, indent, body }) => ({ left, indent, description: firstParagraph(body) }));
}

function cutTag(line: Line, lines: readonly Line[], index: number): Omit<Draft, 'indent'> | undefined {
  const paragraph = TYPED_PARAGRAPH.exec(line.text);
  const before = lines[index - 1];
  if (paragraph !== null && (before === undefined || isBlank(before))) {
    const text = { indent: line.indent, text: line.text.slice(paragraph[0].length) };
    return {
      left: `${(paragraph[1] as string).replaceAll(/ +/g, ' ')} (${(paragraph[2] as string).replaceAll(' ', '_')})`,
      body: [text],
      flush: true,
    };
  }
  const gap = GAP.exec(line.text);
  const places = [tagWidth(line.text), gap === null ? undefined : gap.index + gap[0].length];
  const at = places.find(
    (place) => place !== undefined && beginsText(line.indent + place, line, lines[index + 1]),
  );
  if (at !== undefined) {
    const text = { indent: line.indent + at, text: line.text.slice(at) };
    return { left: line.text.slice(0, at).trim(), body: [text] };
  }
  return gap === null && hasBody(line, lines, index) ? { left: line.text, body: [] } : undefined;
}

// The text goes on below in its column, or ends on its line; then only the usual column tells it from justified prose.
function beginsText(column: number, line: Line, next: Line | undefined): boolean {
  if (next === undefined || isBlank(next)) return column === line.indent + TAG_WIDTH;
  return next.indent === column;
}

// A tag that fills its column but for one blank has its text behind it, too.
function tagWidth(text: string): number | undefined {
  const isFilled =
    text.startsWith('-') &&
    !TYPED.test(text) &&
    text.indexOf(' ') === TAG_WIDTH - 1 &&
    text[TAG_WIDTH] !== ' ';
  return isFilled ? TAG_WIDTH : undefined;
}

function hasBody(line: Line, lines: readonly Line[], index: number): boolean {
  if (BULLET.test(line.text) || TYPED.test(line.text)) return true;
  const first = lines[index + 1];
  const next = first !== undefined && isBlank(first) ? lines[index + 2] : first;
  return next !== undefined && next.indent > line.indent;
}

function firstParagraph(body: readonly Line[]): string {
  const start = body.findIndex((line) => !isBlank(line));
  const rest = start < 0 ? [] : body.slice(start);
  const end = rest.findIndex(isBlank);
  return joinLines(end < 0 ? rest : rest.slice(0, end)).replaceAll(/ {2,}/g, ' ');
}

/** The flag that a tag names; `--[no-]x` is two spellings, `--x (string)` has its type behind it, `--x=X; default=y` its default. */
export function manFlag(tag: string): SnapshotFlag | undefined {
  const fallback = DEFAULT.exec(tag);
  const left = tag.slice(0, fallback?.index);
  const typed = TYPED.exec(left);
  const invocation = readInvocation(plainSpellings(typed?.[1] ?? left));
  if (invocation === undefined || invocation.values.length > MOST_VALUES || !left.startsWith('-'))
    return undefined;
  const record = invocationRecord(invocation);
  const takesValue = typed === null ? record.takes_value : typed[2] !== 'boolean';
  return withoutAbsent({ ...record, takes_value: takesValue, default: fallback?.[1] });
}

function plainSpellings(left: string): string {
  return left
    .replaceAll(NEGATED, '--$1, --no-$1')
    .replaceAll(' | ', ', ')
    .replaceAll('"', '')
    .replaceAll('…', '...')
    .replaceAll(',...', '...');
}

/** The command that a tag names, bullets removed. */
export function manCommand(left: string): string | undefined {
  const name = left.replace(BULLET, '');
  return /^[\p{L}\p{N}][\p{L}\p{N}_.:+@-]*$/u.test(name) ? name : undefined;
}
