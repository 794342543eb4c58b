import type { Position } from '@fixpoint/model';

/** A difference in how a text is stored, as opposed to what it says. */
export interface LayoutDifference {
  readonly message: string;
  readonly position: Position;
}

/** The committed text in the layout of the expected one, and what had to be changed to bring it there. */
export interface Relaid {
  readonly text: string;
  readonly differences: readonly LayoutDifference[];
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Takes byte order mark, CRLF and the number of final newlines out of the comparison, and names each that differs. */
export function relayText(committed: string, expected: string): Relaid {
  const differences: LayoutDifference[] = [];
  let text = committed;
  for (const step of [withoutByteOrderMark, withoutCarriageReturns, withFinalNewlinesOf]) {
    const next = step(text, expected);
    if (next === undefined) continue;
    text = next.text;
    differences.push(next.difference);
  }
  return { text, differences };
}

type Step = { readonly text: string; readonly difference: LayoutDifference } | undefined;

function withoutByteOrderMark(text: string, expected: string): Step {
  if (!text.startsWith(BYTE_ORDER_MARK) || expected.startsWith(BYTE_ORDER_MARK)) return undefined;
  const message = 'the file starts with a byte order mark, the inputs give none';
  return { text: text.slice(1), difference: { message, position: { line: 1, column: 1 } } };
}

function withoutCarriageReturns(text: string, expected: string): Step {
  if (!text.includes('\r\n') || expected.includes('\r\n')) return undefined;
  const count = text.split('\r\n').length - 1;
  const lines = count === 1 ? '1 line ends' : `${count} lines end`;
  const message = `${lines} in CRLF, the inputs give LF (git can do this on checkout: see .gitattributes)`;
  const position = endOf(text.slice(0, text.indexOf('\r\n')));
  return { text: text.replaceAll('\r\n', '\n'), difference: { message, position } };
}

/** Only where nothing else differs: the end of a text with other content is part of that difference. */
function withFinalNewlinesOf(text: string, expected: string): Step {
  const actual = finalNewlines(text);
  const wanted = finalNewlines(expected);
  const isSameBody = text.slice(0, text.length - actual) === expected.slice(0, expected.length - wanted);
  if (actual === wanted || !isSameBody) return undefined;
  return { text: expected, difference: { message: newlineMessage(actual, wanted), position: endOf(text) } };
}

function newlineMessage(actual: number, wanted: number): string {
  if (actual === 0) return 'the final newline is missing';
  const found = actual === 1 ? '1 newline' : `${actual} newlines`;
  return `the file ends in ${found}, the inputs give ${wanted === 0 ? 'none' : wanted}`;
}

function finalNewlines(text: string): number {
  let count = 0;
  while (count < text.length && text[text.length - 1 - count] === '\n') count++;
  return count;
}

function endOf(text: string): Position {
  const lines = text.split('\n');
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 };
}
