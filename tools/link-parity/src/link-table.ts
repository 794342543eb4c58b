import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT_CODES } from '@fixpoint/model';
import { compareLinks } from './compare-links';
import { printLine, type CaseLine, type Standing } from './case-line';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/contracts/links');

/** What is to be printed, and the exit code. */
export interface TableResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Compares every recorded tree of a folder; says so when the folder is not there. */
export async function linkTable([folder = DEFAULT_FOLDER]: readonly string[]): Promise<TableResult> {
  if (!existsSync(folder)) {
    const output = `Nothing was compared: the folder of recorded links, ${folder}, is not there.\n`;
    return { exitCode: EXIT_CODES.clean, output };
  }
  const lines: CaseLine[] = [];
  for (const name of readdirSync(folder).sort())
    if (existsSync(join(folder, name, 'links.json')))
      lines.push(...(await compareLinks(join(folder, name), name)));
  const isWorse = lines.length === 0 || lines.some(({ standing }) => standing === 'worse');
  return {
    exitCode: isWorse ? EXIT_CODES.drift : EXIT_CODES.clean,
    output: `${[...lines.map(printLine), summary(lines)].join('\n')}\n`,
  };
}

function summary(lines: readonly CaseLine[]): string {
  const count = (standing: Standing): number => lines.filter((line) => line.standing === standing).length;
  return `${lines.length} cases: ${count('equal')} equal, ${count('better')} better, ${count('worse')} worse.`;
}
