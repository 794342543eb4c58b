import type { SnapshotFlag } from '@fixpoint/surface-formats';
import { withoutAbsent } from '@fixpoint/surface-formats';
import { splitRow } from './row';
import { isIndented, stripEnd, words } from './text';

const LONG = /^--[0-9A-Za-z-]+$/;
const SHORT = /^-[0-9A-Za-z]$/;
const CAPITALS = /^[A-Z0-9_-]+$/;

interface FlagParts {
  readonly long?: string;
  readonly short?: string;
  readonly valueName?: string;
  readonly repeatable?: true;
}

/** Reads a line of an options section; undefined when it defines no flag. Only the first spelling of each kind is kept. */
export function readFlag(line: string): SnapshotFlag | undefined {
  if (!isIndented(line)) return undefined;
  const { head } = splitRow(line);
  if (!head.startsWith('-')) return undefined;
  const parts = words(head).reduce(addWord, {});
  if (parts.long === undefined && parts.short === undefined) return undefined;
  return withoutAbsent<SnapshotFlag>({
    long: parts.long,
    short: parts.short,
    takes_value: parts.valueName !== undefined,
    value_name: parts.valueName,
    repeatable: parts.repeatable,
  });
}

function addWord(parts: FlagParts, printed: string): FlagParts {
  const word = stripEnd(printed, ',');
  if (word.startsWith('--'))
    return parts.long === undefined && LONG.test(word) ? { ...parts, long: word } : parts;
  if (word.startsWith('-'))
    return parts.short === undefined && SHORT.test(word) ? { ...parts, short: word } : parts;
  return parts.valueName === undefined ? { ...parts, ...readValue(word) } : parts;
}

function readValue(word: string): FlagParts {
  if (!word.startsWith('<')) return CAPITALS.test(word) ? { valueName: word } : {};
  const end = word.indexOf('>');
  if (end <= 1) return {};
  const value = { valueName: word.slice(1, end) };
  return word.slice(end + 1).includes('...') ? { ...value, repeatable: true } : value;
}
