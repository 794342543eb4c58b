import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EXIT_CODES } from '@fixpoint/model';
import { comparePact, type PactComparison } from './pact-case';
import { compareStream, type StreamComparison } from './stream-case';

const DEFAULT_FOLDER = resolve(__dirname, '../../../../shared/data/contracts');

/** What is to be printed, and the exit code. */
export interface TableResult {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs the recorded pacts and event streams of a folder (`pact/*`, `sse/*`); says so when it is not there. */
export async function contractTable([folder = DEFAULT_FOLDER]: readonly string[]): Promise<TableResult> {
  if (!existsSync(folder)) {
    return {
      exitCode: EXIT_CODES.clean,
      output: `Nothing was compared: the folder of recorded contracts, ${folder}, is not there.\n`,
    };
  }
  const pacts = await each(join(folder, 'pact'), 'opc.json', comparePact);
  const streams = await each(join(folder, 'sse'), 'expected-whatwg.json', compareStream);
  const isEqual =
    [...pacts, ...streams].every(({ missed }) => missed.length === 0) &&
    streams.every(({ areEventsEqual }) => areEventsEqual);
  const lines = [...pacts.flatMap(pactLines), ...streams.flatMap(streamLines), summary(pacts, streams)];
  return { exitCode: isEqual ? EXIT_CODES.clean : EXIT_CODES.drift, output: `${lines.join('\n')}\n` };
}

async function each<T>(
  folder: string,
  file: string,
  compare: (folder: string, name: string) => Promise<T>,
): Promise<T[]> {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const cases = names.filter((name) => existsSync(join(folder, name, file)));
  return Promise.all(cases.map((name) => compare(join(folder, name), name)));
}

function pactLines({ name, theirs, missed, extra }: PactComparison): string[] {
  const line = `pact  ${name.padEnd(28)} ${String(theirs).padStart(3)} findings of the comparer, ${missed.length} missed here, ${extra.length} more here`;
  return [
    line,
    ...missed.map((text) => `      missed ${text}`),
    ...extra.map((text) => `      more   ${text}`),
  ];
}

function streamLines({ name, events, areEventsEqual, missed, extra }: StreamComparison): string[] {
  const line = `sse   ${name.padEnd(28)} ${String(events).padStart(3)} events ${areEventsEqual ? 'equal' : 'DIFFERENT'}, ${missed.length} problems missed, ${extra.length} more`;
  return [
    line,
    ...missed.map((text) => `      missed ${text}`),
    ...extra.map((text) => `      more   ${text}`),
  ];
}

function summary(pacts: readonly PactComparison[], streams: readonly StreamComparison[]): string {
  const theirs = pacts.reduce((sum, { theirs: count }) => sum + count, 0);
  const missed = pacts.reduce((sum, comparison) => sum + comparison.missed.length, 0);
  const equal = streams.filter(
    ({ areEventsEqual, missed: problems }) => areEventsEqual && problems.length === 0,
  );
  return `${pacts.length} pacts: ${theirs - missed} of ${theirs} findings; ${streams.length} event streams: ${equal.length} equal.`;
}
