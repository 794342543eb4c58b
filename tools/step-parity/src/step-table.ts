import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT_CODES } from '@fixpoint/model';
import { printLine, type CaseLine, type Standing } from './case-line';
import { compareSample } from './compatibility-case';
import { compareRecorded } from './recorded-case';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/contracts/bdd');

/** What is to be printed, and the exit code. */
export interface TableResult {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Compares all recorded cases, a line for each comparison. With `--cck <directory>` the samples of `@cucumber/compatibility-kit` (its unpacked `features`) are
 * compared instead.
 */
export async function stepTable(args: readonly string[]): Promise<TableResult> {
  const isKit = args[0] === '--cck';
  const folder = isKit ? args[1] : (args[0] ?? DEFAULT_FOLDER);
  if (folder === undefined)
    return { exitCode: EXIT_CODES.usage, output: '--cck needs the directory of the kit\n' };
  if (!existsSync(folder)) {
    const output = `Nothing was compared: ${folder} is not there.\n`;
    return { exitCode: isKit || args.length > 0 ? EXIT_CODES.usage : EXIT_CODES.clean, output };
  }
  const lines = isKit ? await kitLines(folder) : await recordedLines(folder);
  const isWorse = lines.length === 0 || lines.some(({ standing }) => standing === 'worse');
  return {
    exitCode: isWorse ? EXIT_CODES.drift : EXIT_CODES.clean,
    output: `${[...lines.map(printLine), summary(lines)].join('\n')}\n`,
  };
}

async function recordedLines(folder: string): Promise<CaseLine[]> {
  const names = readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'gherkin.json')));
  return (await Promise.all(names.map((name) => compareRecorded(join(folder, name), name)))).flat();
}

function kitLines(folder: string): Promise<CaseLine[]> {
  const names = readdirSync(folder).sort();
  const samples = names.filter((name) => existsSync(join(folder, name, `${name}.ndjson`)));
  return Promise.all(samples.map((name) => compareSample(join(folder, name), name)));
}

function summary(lines: readonly CaseLine[]): string {
  const count = (standing: Standing): number => lines.filter((line) => line.standing === standing).length;
  return `${lines.length} comparisons: ${count('equal')} equal, ${count('better')} better, ${count('worse')} worse.`;
}
