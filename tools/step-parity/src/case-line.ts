/** What a case comes to: nothing that is known of it may be missing here. */
export type Standing = 'equal' | 'better' | 'worse';

/** One case of the table. */
export interface CaseLine {
  readonly kind: string;
  readonly name: string;
  readonly standing: Standing;
  /** What was compared. */
  readonly because: string;
  /** Differences, one line each: those that are explained and those that are not. */
  readonly details: readonly string[];
}

/** Differences of a case; `unexplained` ones make it worse. */
export interface Differences {
  readonly explained: readonly string[];
  readonly unexplained: readonly string[];
}

/** Worse with anything that has no cause, better with something that has one, otherwise equal. */
export function lineOf(
  base: Pick<CaseLine, 'kind' | 'name' | 'because'>,
  { explained, unexplained }: Differences,
): CaseLine {
  const details = [
    ...unexplained.map((text) => `WORSE  ${text}`),
    ...explained.map((text) => `better ${text}`),
  ];
  return {
    ...base,
    standing: unexplained.length > 0 ? 'worse' : explained.length > 0 ? 'better' : 'equal',
    details,
  };
}

/** Prints a case on a line of its own, and below it its differences. */
export function printLine({ kind, name, standing, because, details }: CaseLine): string {
  const lines = [`${kind.padEnd(9)} ${name.padEnd(36)} ${standing.padEnd(6)} ${because}`];
  return [...lines, ...details.map((text) => `${' '.repeat(10)}${text}`)].join('\n');
}
