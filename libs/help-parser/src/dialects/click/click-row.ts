/** A row of a table of click, whether plain or in a box. */
export type ClickRow =
  | {
      readonly kind: 'option';
      /** All spellings, those that switch off behind those that switch on. */
      readonly names: readonly string[];
      /** The value as it is written, `TEXT`, `[a|b]`, `<TEXT INTEGER>...`; '' for a switch. */
      readonly metavar: string;
      readonly isMarked: boolean;
      readonly description: string;
    }
  | {
      readonly kind: 'argument';
      readonly name: string;
      readonly metavar: string;
      /** Whether a star before the row says that it must be given. */
      readonly isMarked: boolean;
      readonly description: string;
    }
  | { readonly kind: 'command'; readonly names: readonly string[]; readonly description: string };

const SPELLING = /^(-{1,2}[^\s,/=[\]()…-][^\s,=[\]…]*)(?:[= ](.*))?$/u;
const GROUPS = /(?:;| ?\/) (?=-)|\/(?=--?[\p{L}\p{N}])/u;
// A star marks the command that is run when none is named.
const COMMAND =
  /^([\p{L}\p{N}][\p{L}\p{N}_.:+@-]*)\*?((?:, [\p{L}\p{N}][\p{L}\p{N}_.:+@-]*)*)(?: \(([^()]+)\))?$/u;

/** Reads `-f, --file TEXT`, `--on / --off`, `--shout / -S, --no-shout`, `--on/--off`. */
export function readOptionCell(cell: string): { names: string[]; metavar: string } | undefined {
  const parts = cell.split(GROUPS).flatMap((group) => group.split(/, ?(?=-)/));
  const matches = parts.map((part) => SPELLING.exec(part.trim()));
  if (matches.some((match) => match === null)) return undefined;
  const names = matches.map((match) => match?.[1] as string);
  return { names, metavar: matches.findLast((match) => match?.[2] !== undefined)?.[2]?.trim() ?? '' };
}

/** Reads `name`, `name, alias`, `name (alias, alias)`. */
export function readCommandCell(cell: string): string[] | undefined {
  const match = COMMAND.exec(cell);
  if (match === null) return undefined;
  const others = [...(match[2] as string).split(', '), ...(match[3] ?? '').split(/, ?/)];
  return [match[1] as string, ...others.map((name) => name.trim()).filter((name) => name !== '')];
}
