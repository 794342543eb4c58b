import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { caseTable, nothingCompared, type CaseLine, type TableOutcome } from '@fixpoint/comparison-table';
import { compareDocument, comparePactDocument } from './document-case';
import { compareMetrics } from './metrics-case';
import { comparePact } from './pact-case';
import { comparePair } from './pair-case';
import { compareSchema } from './schema-case';
import { compareStream } from './stream-case';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/contracts');

/** Where the cases of a kind are, what file makes a folder one, and how it is compared. */
interface Source {
  readonly folder: string;
  readonly file: string;
  readonly compare: (folder: string, name: string) => Promise<CaseLine>;
}

const SOURCES: readonly Source[] = [
  { folder: 'openapi/versions', file: 'meta.json', compare: compareDocument },
  { folder: 'pact', file: 'openapi.yaml', compare: comparePactDocument },
  { folder: 'openapi/pairs', file: 'meta.json', compare: comparePair },
  { folder: 'pact', file: 'opc.json', compare: comparePact },
  { folder: 'sse', file: 'expected-whatwg.json', compare: compareStream },
  { folder: 'metrics', file: 'facts.json', compare: compareMetrics },
  { folder: 'config-schema', file: 'meta.json', compare: compareSchema },
];

/** Runs all that is recorded in a folder of contracts, a line for each case; says so when it is not there. */
export async function contractTable([folder = DEFAULT_FOLDER]: readonly string[]): Promise<TableOutcome> {
  if (!existsSync(folder)) return nothingCompared('recorded contracts', folder);
  const lines: CaseLine[] = [];
  for (const source of SOURCES) lines.push(...(await linesOf(folder, source)));
  return caseTable(lines);
}

function linesOf(folder: string, source: Source): Promise<CaseLine[]> {
  const directory = join(folder, source.folder);
  const names = existsSync(directory) ? readdirSync(directory).sort() : [];
  const cases = names.filter((name) => existsSync(join(directory, name, source.file)));
  return Promise.all(cases.map((name) => source.compare(join(directory, name), name)));
}
