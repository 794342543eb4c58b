/** The left side of a row of a command table: `name`, `name, alias`, `name, -S, --sync`. */
export interface CommandNames {
  readonly names: readonly string[];
  readonly rest: string;
}

const TOKEN = String.raw`[\p{L}\p{N}][\p{L}\p{N}_.:+@-]*`;
const ROW = new RegExp(`^(${TOKEN}(?:, (?:${TOKEN}|--?${TOKEN}))*)(?:$| {2,}(.*)$)`, 'u');

/** Reads a row that begins with a command; a name without a description must stand alone on its line. */
export function readCommandNames(text: string): CommandNames | undefined {
  const match = ROW.exec(text);
  return match === null ? undefined : { names: (match[1] as string).split(', '), rest: match[2] ?? '' };
}
