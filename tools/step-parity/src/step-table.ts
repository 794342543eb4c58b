import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { caseTable, nothingCompared, type CaseLine, type TableOutcome } from '@fixpoint/comparison-table';
import { EXIT_CODES } from '@fixpoint/model';
import { compareSample } from './compatibility-case';
import { compareRecorded } from './recorded-case';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/contracts/bdd');

/**
 * Compares all recorded cases, a line for each comparison. With `--cck <directory>` the samples of `@cucumber/compatibility-kit` (its unpacked `features`) are
 * compared instead.
 */
export async function stepTable(args: readonly string[]): Promise<TableOutcome> {
  const isKit = args[0] === '--cck';
  const folder = isKit ? args[1] : (args[0] ?? DEFAULT_FOLDER);
  if (folder === undefined)
    return { exitCode: EXIT_CODES.usage, output: '--cck needs the directory of the kit\n' };
  if (!existsSync(folder)) {
    const outcome = nothingCompared(isKit ? 'samples' : 'recorded features', folder);
    return args.length === 0 ? outcome : { ...outcome, exitCode: EXIT_CODES.usage };
  }
  return caseTable(isKit ? await kitLines(folder) : await recordedLines(folder), 'comparisons');
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
