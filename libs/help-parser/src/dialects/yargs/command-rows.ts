import type { Unit } from '../../table/unit-rows';

/** The left cells of a table of commands, cut into what comes before the commands' own names, and the names. */
export interface CommandCells {
  /** The name of a row's command; undefined for the command that runs when none is named. */
  name(left: string): string | undefined;
}

/**
 * Finds out how many words come before the names: `program`, `program parent`, or none.
 *
 * @param program the program's name, when the page or the caller tells it
 */
export function commandCells(
  lefts: readonly string[],
  path: readonly string[],
  program: string | undefined,
): CommandCells {
  const rows = lefts.map(literalWords);
  const length = rows.length > 1 ? sharedLength(rows) : prefixLength(rows[0] ?? [], path, program);
  return { name: (left) => literalWords(left)[length] };
}

/** The row of a command. */
export function commandUnit(name: string | undefined): Unit | undefined {
  return name === undefined ? undefined : { kind: 'command', names: [name] };
}

function literalWords(left: string): string[] {
  const words = left.split(/\s+/);
  const end = words.findIndex((word) => /^[<[]/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

function sharedLength(rows: readonly (readonly string[])[]): number {
  const [first = [], ...others] = rows;
  const length = first.findIndex((word, index) => others.some((row) => row[index] !== word));
  return length < 0 ? first.length : length;
}

function prefixLength(row: readonly string[], path: readonly string[], program: string | undefined): number {
  if (path.length === 0 && row.join(' ') === program) return row.length;
  for (let at = row.length - path.length; at >= 0 && path.length > 0; at--)
    if (path.every((word, index) => row[at + index] === word)) return at + path.length;
  return Math.max(0, row.length - 1);
}
