import { partsOf } from './pattern-parts';

/** What a number of Cucumber's is without looking ahead; it leaves out signs and points without a digit, which are no numbers. */
const FLOATS: readonly [string, string] = [
  '(?=.*\\d.*)[-+]?\\d*(?:\\.(?=\\d.*))?\\d*(?:\\d+[E][+-]?\\d+)?',
  '[-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:E[+-]?\\d+)?',
];

/**
 * A regular expression without flags (but `m`) for the search in linear time; undefined where the flags mean something that cannot be written
 * that way.
 */
export function linearSource({ source, flags }: RegExp): string | undefined {
  const isFolded = flags.includes('i');
  // Without these escapes, the flags change nothing for characters of one unit.
  if (/[uv]/.test(flags) && /\\[pPu]|[\ud800-\udfff]/.test(source)) return undefined;
  const plain = source.replaceAll(...FLOATS);
  const rewritten =
    isFolded || flags.includes('s') ? rewrite(plain, { isFolded, isDotAll: flags.includes('s') }) : plain;
  return rewritten !== undefined && flags.includes('y') ? `^(?:${rewritten})` : rewritten;
}

interface Options {
  readonly isFolded: boolean;
  readonly isDotAll: boolean;
}

function rewrite(source: string, options: Options): string | undefined {
  const parts = partsOf(source).map(({ kind, text }) =>
    kind === 'other' ? rewritePart(text, options) : text,
  );
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** One thing that matches, in both cases; undefined where that cannot be written. */
function rewritePart(text: string, { isFolded, isDotAll }: Options): string | undefined {
  if (text === '.') return isDotAll ? '[^]' : text;
  if (!isFolded) return text;
  // A character by its number can be a letter as well.
  if (text.startsWith('\\')) return /^\\[xuc0-9k]/.test(text) ? undefined : text;
  if (text.startsWith('[')) {
    const set = foldClass(text.slice(1, -1));
    return set === undefined ? undefined : `[${set}]`;
  }
  return otherCase(text) === text ? text : `[${text}${otherCase(text)}]`;
}

/** The letters of a class in both cases; undefined for a range that letters are only a part of. */
function foldClass(set: string): string | undefined {
  let added = '';
  for (let at = 0; at < set.length; at += 1) {
    const unit = set[at] as string;
    if (unit === '\\') {
      if (/[xuc0-9]/.test(set[at + 1] ?? '')) return undefined;
      at += 1;
    } else if (set[at + 1] === '-' && at + 2 < set.length) {
      const last = set[at + 2] as string;
      if (/^(?:[a-z]-[a-z]|[A-Z]-[A-Z])$/.test(set.slice(at, at + 3)))
        added += `${otherCase(unit)}-${otherCase(last)}`;
      else if (!/^\d-\d$/.test(set.slice(at, at + 3))) return undefined;
      at += 2;
    } else if (otherCase(unit) !== unit) added += otherCase(unit);
  }
  return set.endsWith('-') ? `${set.slice(0, -1)}${added}-` : set + added;
}

function otherCase(unit: string): string {
  const [lower, upper] = [unit.toLowerCase(), unit.toUpperCase()];
  const other = lower === unit ? upper : lower;
  return other.length === 1 ? other : unit;
}
