import { EXIT_CODES } from '@fixpoint/model';
import type { CaseLine, Standing } from './case-line';

/** What is to be printed, and the exit code. */
export interface TableOutcome {
  readonly exitCode: number;
  readonly output: string;
}

/** A line for each case, the differences of each below it, and how many cases are equal, better and worse. */
export function caseTable(cases: readonly CaseLine[], noun = 'cases'): TableOutcome {
  const kindWidth = widthOf(cases.map(({ kind }) => kind));
  const nameWidth = widthOf(cases.map(({ name }) => name));
  const lines = cases.flatMap(({ kind, name, standing, because, details }) => [
    `${kind.padEnd(kindWidth)} ${name.padEnd(nameWidth)} ${standing.padEnd(6)} ${because}`,
    ...details.map((text) => `${' '.repeat(kindWidth + 1)}${text}`),
  ]);
  const count = (standing: Standing): number => cases.filter((each) => each.standing === standing).length;
  const [equal, better, worse] = [count('equal'), count('better'), count('worse')];
  const summary = `${cases.length} ${noun}: ${equal} equal, ${better} better, ${worse} worse.`;
  return outcomeOf([...lines, summary], cases.length > 0 && worse === 0);
}

/** The outcome of a comparison that has taken place. */
export function outcomeOf(lines: readonly string[], isGood: boolean): TableOutcome {
  return { exitCode: isGood ? EXIT_CODES.clean : EXIT_CODES.drift, output: `${lines.join('\n')}\n` };
}

/** What is recorded lies beside the repository and need not be there; a run without it says so. */
export function nothingCompared(what: string, folder: string): TableOutcome {
  return {
    exitCode: EXIT_CODES.clean,
    output: `Nothing was compared: the folder of ${what}, ${folder}, is not there.\n`,
  };
}

function widthOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
