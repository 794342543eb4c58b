import { compareBytes } from './order';

const INTEGER = /^[+-]?\d+$/;
// The seconds of -9999-01-01T00:00:00Z and 9999-12-31T23:59:59Z, the years that a calendar date can have.
const EARLIEST_SECOND = -377_705_116_800;
const LATEST_SECOND = 253_402_300_799;
const FIRST_SECOND_OF_YEAR_0 = -62_167_219_200;

/**
 * The timestamp that `SOURCE_DATE_EPOCH` asks for, as `YYYY-MM-DDTHH:MM:SSZ` (parity contract §1.4).
 *
 * @param value the variable's value; absent, unparsable or out of range gives undefined
 * @returns a year before 0 has no such form and gives the epoch itself
 */
export function epochTimestamp(value: string | undefined): string | undefined {
  if (value === undefined || !INTEGER.test(value)) return undefined;
  const seconds = Number(value);
  if (seconds < EARLIEST_SECOND || seconds > LATEST_SECOND) return undefined;
  const second = seconds < FIRST_SECOND_OF_YEAR_0 ? 0 : seconds;
  return new Date(second * 1000).toISOString().replace('.000Z', 'Z');
}

/** The latest of some RFC 3339 timestamps, as it was written; a text that is no date counts as older than any. */
export function newestTimestamp(timestamps: readonly string[]): string | undefined {
  return timestamps.reduce<string | undefined>(
    (newest, current) => (newest !== undefined && compareTimestamps(newest, current) >= 0 ? newest : current),
    undefined,
  );
}

// Dates hold milliseconds only; what is finer is told apart by the text, so that the order of the inputs never decides.
function compareTimestamps(a: string, b: string): number {
  return instant(a) - instant(b) || compareBytes(a, b);
}

function instant(timestamp: string): number {
  const milliseconds = Date.parse(timestamp);
  return Number.isNaN(milliseconds) ? -8.64e15 : milliseconds;
}

/**
 * Keeps a committed timestamp while nothing else changes, so that deriving twice is diff-clean.
 *
 * @param derivedText the derived document as `toJsonText` prints it
 * @param committedText the committed document in any layout; undefined or not JSON keeps nothing
 * @param field the name of the top-level field that holds the timestamp
 * @returns `derivedText`, with the committed value of the field if the documents are otherwise equal
 *
 * @req FP-DET-005
 */
export function keepTimestamp(derivedText: string, committedText: string | undefined, field: string): string {
  const place = findField(derivedText, field);
  if (committedText === undefined || place === undefined) return derivedText;
  const value = committedValue({ derivedText, committedText, field }, place);
  if (typeof value !== 'string') return derivedText;
  return derivedText.slice(0, place.start) + JSON.stringify(value) + derivedText.slice(place.end);
}

interface Documents {
  readonly derivedText: string;
  readonly committedText: string;
  readonly field: string;
}

// Comparing the text around the field is almost free; parsing is for a committed document in another layout.
function committedValue({ derivedText, committedText, field }: Documents, place: Place): unknown {
  const other = findField(committedText, field);
  if (
    other !== undefined &&
    derivedText.slice(0, place.start) === committedText.slice(0, other.start) &&
    derivedText.slice(place.end) === committedText.slice(other.end)
  ) {
    return parse(committedText.slice(other.start, other.end));
  }
  const committed = parseObject(committedText);
  const derived = parseObject(derivedText);
  if (committed === undefined || derived === undefined) return undefined;
  const value = committed[field];
  return JSON.stringify({ ...derived, [field]: value }) === JSON.stringify(committed) ? value : undefined;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

// Two spaces of indent are the top level only, and a string never holds a raw line end, so the line is unmistakable.
function findField(text: string, field: string): Place | undefined {
  const label = `\n  ${JSON.stringify(field)}: `;
  const at = text.indexOf(label);
  if (at === -1) return undefined;
  const start = at + label.length;
  const lineEnd = text.indexOf('\n', start);
  const end = text[lineEnd - 1] === ',' ? lineEnd - 1 : lineEnd;
  return { start, end };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const value = parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
