import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GrowthRecord } from '../growth-process';
import { median } from '../measuring/statistics';
import type { Benchmark, Row, Section, Settings } from '../model';
import { makeRealRoot } from '../roots/real-root';
import { linkTree } from '../workspaces/link-tree';
import { withTemp } from '../workspaces/temp';

const execute = promisify(execFile);

/** union + report + validate of more and more roots in one process: time and memory per root stay flat. */
export const growth: Benchmark = {
  summary: 'union + report + validate of 10, 100 and 1,000 roots in one process: time and peak memory',
  run: (settings) => withTemp('growth', (directory) => measure(directory, settings)),
};

const ROOTS = 1_000;
const STEPS = 3;
const STEP = 10;

async function measure(directory: string, settings: Settings): Promise<Section[]> {
  const size = settings.size ?? ROOTS;
  const model = await makeRealRoot(join(directory, 'model'), 2, 1);
  const roots = join(directory, 'roots');
  for (let index = 0; index < size; index++) linkTree(model.project, join(roots, `r${index}`));
  const counts = Array.from({ length: STEPS }, (_, step) => Math.ceil(size / STEP ** (STEPS - 1 - step)));
  const records = new Map<number, GrowthRecord[]>();
  for (const count of counts) {
    settings.log(`growth, ${count} roots`);
    // A long run is its own average.
    const rounds = count === size ? 1 : settings.rounds;
    for (let round = 0; round < rounds; round++) {
      records.set(count, [...(records.get(count) ?? []), await run(roots, count)]);
    }
  }
  return [
    {
      title: 'growth: time per root',
      rows: counts.map((count) => rowOf(count, counts[1] ?? count, records)),
      notes: NOTES,
    },
  ];
}

const NOTES = [
  'a process each, started from sources: the first roots pay for the compiler of V8, so the second size is the reference',
  'roots have one target: one snapshot, its union and three reports',
];

async function run(roots: string, count: number): Promise<GrowthRecord> {
  const args = ['--expose-gc', join(__dirname, '../../growth.cjs'), roots, String(count)];
  const { stdout } = await execute(process.execPath, args);
  return JSON.parse(stdout) as GrowthRecord;
}

function rowOf(count: number, reference: number, records: ReadonlyMap<number, readonly GrowthRecord[]>): Row {
  const perRoot = (of: number): number[] =>
    (records.get(of) ?? []).map(({ milliseconds }) => milliseconds / of);
  const megabytes = (of: (record: GrowthRecord) => number): string =>
    `${Math.round(median((records.get(count) ?? []).map(of)) / 1e6)} MB`;
  return {
    name: `${count} roots, per root`,
    samples: perRoot(count),
    floor: { name: `${reference} roots, per root`, samples: perRoot(reference) },
    facts: {
      'peak memory': megabytes(({ peakBytes }) => peakBytes),
      'live at the end': megabytes(({ liveBytes }) => liveBytes),
      rounds: records.get(count)?.length ?? 0,
    },
  };
}
