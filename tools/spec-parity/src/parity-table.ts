import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nothingCompared, outcomeOf, type TableOutcome } from '@fixpoint/comparison-table';
import { compareCase, type Comparison } from './compare-case';
import type { Judgement } from './judgement';
import { readCase } from './recorded-case';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/contracts/spec-extract');

/**
 * Derives the index of every recorded spec and compares each requirement with the recorded one.
 *
 * @param args `--each` prints every requirement; a folder instead of the default one
 */
export async function parityTable(args: readonly string[]): Promise<TableOutcome> {
  const folder = args.find((argument) => !argument.startsWith('--')) ?? DEFAULT_FOLDER;
  if (!existsSync(folder)) return nothingCompared('recorded specs', folder);
  const comparisons: Comparison[] = [];
  for (const kind of ['repo', 'unit']) {
    const directory = join(folder, kind);
    const names = existsSync(directory) ? readdirSync(directory).sort() : [];
    for (const name of names)
      comparisons.push(...(await compareCase(readCase(join(directory, name), `${kind}/${name}`))));
  }
  const all = comparisons.flatMap(({ judgements }) => judgements);
  const isGood = all.length > 0 && all.every(({ problems }) => problems.length === 0);
  const lines = comparisons.flatMap((comparison) => printComparison(comparison, args.includes('--each')));
  return outcomeOf([...lines, '', ...summary(all)], isGood);
}

function printComparison({ name, judgements }: Comparison, each: boolean): string[] {
  const equal = judgements.filter(isEqual).length;
  const worse = judgements.filter(({ problems }) => problems.length > 0);
  const better = judgements.length - equal - worse.length;
  const shown = each ? judgements.filter((judgement) => !isEqual(judgement)) : worse;
  return [
    `${name}: ${equal} equal, ${better} better, ${worse.length} worse`,
    ...shown.map(({ name: id, causes, problems }) =>
      problems.length > 0
        ? `    ${id} worse: ${problems.join('; ')}`
        : `    ${id} better because of ${causes.join(', ')}`,
    ),
  ];
}

function summary(all: readonly Judgement[]): string[] {
  const worse = all.filter(({ problems }) => problems.length > 0).length;
  const equal = all.filter(isEqual).length;
  const counts = new Map<string, number>();
  for (const { causes, problems } of all)
    if (problems.length === 0) for (const cause of causes) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  const causes = [...counts].sort(([, a], [, b]) => b - a);
  return [
    `${all.length} compared: ${equal} equal, ${all.length - equal - worse} better, ${worse} worse.`,
    ...causes.map(([cause, count]) => `${String(count).padStart(6)} better because of ${cause}`),
  ];
}

function isEqual({ causes, problems }: Judgement): boolean {
  return causes.length === 0 && problems.length === 0;
}
