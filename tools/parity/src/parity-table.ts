import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { TableOutcome } from '@fixpoint/comparison-table';
import { EXIT_CODES } from '@fixpoint/model';
import { KINDS } from './kinds';
import { readCases, type ParityCase } from './parity-case';
import { isDifferent, renderTable } from './render-table';
import { runCases } from './run-cases';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/parity');
const USAGE = `Usage: node tools/parity/run.cjs [folder] [--required]

Runs the recorded cases of rules version 1 through the product and prints how many are byte-equal, times aside.

  folder       directory of index.json (default: ../shared/data/parity beside the repository)
  --required   end with ${EXIT_CODES.environment} instead of ${EXIT_CODES.clean} when there is no such folder
`;

/** Runs the recorded cases that the arguments name. */
export async function parityTable(argv: readonly string[]): Promise<TableOutcome> {
  const options = readOptions(argv);
  if (typeof options === 'string') return { exitCode: EXIT_CODES.usage, output: `${options}\n\n${USAGE}` };
  if (options.help) return { exitCode: EXIT_CODES.clean, output: USAGE };
  const { cases, obstacle, isBroken } = readFolder(options.folder);
  if (obstacle !== undefined) {
    const exitCode = options.required || isBroken ? EXIT_CODES.environment : EXIT_CODES.clean;
    return { exitCode, output: `Nothing was compared: ${obstacle}.\n` };
  }
  const results = await runCases(cases, KINDS);
  const isEqual = !results.some(isDifferent);
  return {
    exitCode: isEqual ? EXIT_CODES.clean : EXIT_CODES.drift,
    output: renderTable(results, [...KINDS.keys()]) + leftOut(cases),
  };
}

interface Options {
  readonly folder: string;
  readonly required: boolean;
  readonly help: boolean;
}

function readOptions(argv: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { required: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) return 'only one folder can be named';
    return { folder: resolve(positionals[0] ?? DEFAULT_FOLDER), ...values };
  } catch (error) {
    return (error as Error).message;
  }
}

interface Folder {
  readonly cases: readonly ParityCase[];
  /** Why there is nothing to compare. */
  readonly obstacle?: string;
  /** The folder is there and cannot be read, which is never right. */
  readonly isBroken?: boolean;
}

function readFolder(folder: string): Folder {
  try {
    const cases = readCases(folder);
    if (cases === undefined) {
      return { cases: [], obstacle: `the folder of recorded cases, ${folder}, is not there` };
    }
    const isKnown = cases.some(({ kind }) => KINDS.has(kind));
    return { cases, obstacle: isKnown ? undefined : `${folder} holds no case of a known kind` };
  } catch (error) {
    return { cases: [], obstacle: `${folder} cannot be read: ${(error as Error).message}`, isBroken: true };
  }
}

function leftOut(cases: readonly ParityCase[]): string {
  const kinds = [...new Set(cases.map(({ kind }) => kind))].filter((kind) => !KINDS.has(kind));
  if (kinds.length === 0) return '';
  const counts = kinds.map((kind) => `${cases.filter((one) => one.kind === kind).length} ${kind}`);
  return `\nnot run: ${counts.join(', ')}\n`;
}
