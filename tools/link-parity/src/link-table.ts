import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { caseTable, nothingCompared, type CaseLine, type TableOutcome } from '@fixpoint/comparison-table';
import { compareLinks } from './compare-links';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/contracts/links');

/** Compares every recorded tree of a folder; says so when the folder is not there. */
export async function linkTable([folder = DEFAULT_FOLDER]: readonly string[]): Promise<TableOutcome> {
  if (!existsSync(folder)) return nothingCompared('recorded links', folder);
  const lines: CaseLine[] = [];
  for (const name of readdirSync(folder).sort())
    if (existsSync(join(folder, name, 'links.json')))
      lines.push(...(await compareLinks(join(folder, name), name)));
  return caseTable(lines);
}
