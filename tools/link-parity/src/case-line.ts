/** What a case comes to: nothing that is known of it may be missing here. */
export type Standing = 'equal' | 'better' | 'worse';

/** One line of the table. */
export interface CaseLine {
  readonly name: string;
  /** Whose verdicts are compared with ours. */
  readonly against: string;
  readonly standing: Standing;
  /** What was compared, and why it is better or worse. */
  readonly because: string;
  /** What was missed and what was found beyond, one line each. */
  readonly details: readonly string[];
}

/** Prints a case on a line of its own, and below it what was missed or found beyond. */
export function printLine({ name, against, standing, because, details }: CaseLine): string {
  const line = `${name.padEnd(10)} ${against.padEnd(18)} ${standing.padEnd(6)} ${because}`;
  return [line, ...details.map((text) => `${' '.repeat(11)}${text}`)].join('\n');
}
