import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT_CODES } from '@fixpoint/model';
import { printLine, type CaseLine, type Standing } from './case-line';
import { compareDocument, comparePactDocument } from './document-case';
import { compareMetrics } from './metrics-case';
import { comparePact } from './pact-case';
import { comparePair } from './pair-case';
import { compareSchema } from './schema-case';
import { compareStream } from './stream-case';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/contracts');

/** What is to be printed, and the exit code. */
export interface TableResult {
  readonly exitCode: number;
  readonly output: string;
}

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
export async function contractTable([folder = DEFAULT_FOLDER]: readonly string[]): Promise<TableResult> {
  if (!existsSync(folder)) {
    return {
      exitCode: EXIT_CODES.clean,
      output: `Nothing was compared: the folder of recorded contracts, ${folder}, is not there.\n`,
    };
  }
  const lines: CaseLine[] = [];
  for (const source of SOURCES) lines.push(...(await linesOf(folder, source)));
  const isWorse = lines.length === 0 || lines.some(({ standing }) => standing === 'worse');
  return {
    exitCode: isWorse ? EXIT_CODES.drift : EXIT_CODES.clean,
    output: `${[...lines.map(printLine), summary(lines)].join('\n')}\n`,
  };
}

function linesOf(folder: string, source: Source): Promise<CaseLine[]> {
  const directory = join(folder, source.folder);
  const names = existsSync(directory) ? readdirSync(directory).sort() : [];
  const cases = names.filter((name) => existsSync(join(directory, name, source.file)));
  return Promise.all(cases.map((name) => source.compare(join(directory, name), name)));
}

function summary(lines: readonly CaseLine[]): string {
  const count = (standing: Standing): number => lines.filter((line) => line.standing === standing).length;
  return `${lines.length} cases: ${count('equal')} equal, ${count('better')} better, ${count('worse')} worse.`;
}
