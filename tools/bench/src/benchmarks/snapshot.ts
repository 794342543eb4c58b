import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createBinaryPort } from '@fixpoint/workspace-io';
import { race, samplesOf, type Contender } from '../measuring/race';
import { runRawCalls } from '../measuring/raw-calls';
import type { Benchmark, Row, Section, Settings } from '../model';
import { mustBeClean } from '../roots/must-be-clean';
import { installedBinary, readMarker, type MarkerRecord } from '../roots/subject';
import { withTemp } from '../workspaces/temp';
import { countKinds, recordCalls, type RecordedCall } from './recorded-calls';

/** A snapshot of the newest real binary against the bare calls of the same pages. */
export const snapshot: Benchmark = {
  summary:
    'snapshot of the newest Codex against a bare loop of the same calls, by number of children at once',
  run: (settings) => withTemp('snapshot', (directory) => measure(directory, settings)),
};

const GOAL = 1.3;
const CONCURRENCIES: readonly (number | 'default')[] = [1, 2, 4, 'default'];

/** What is asked of the tool: the whole surface, or its help pages alone. */
const SCOPES = { whole: (tool: MarkerRecord['tool']) => tool, pages: pagesAlone } as const;
type ScopeName = keyof typeof SCOPES;

async function measure(directory: string, settings: Settings): Promise<Section[]> {
  // A copy of its own: changing its time of change makes every run hash it, as every run of the command does.
  const binary = join(directory, 'codex');
  copyFileSync(installedBinary(), binary);
  const bench = { directory, binary };
  const calls = { whole: await record(bench, 'whole'), pages: await record(bench, 'pages') };
  const contenders = [
    ...CONCURRENCIES.flatMap((concurrency) => ours(bench, concurrency)),
    ...[...new Set(CONCURRENCIES.map(childrenOf))].flatMap((children) => raw(bench, children, calls)),
  ];
  contenders.push({
    name: 'sha256',
    prepare: () => touch(binary),
    run: () => createBinaryPort().inspect(binary),
  });
  settings.log(`snapshot, ${calls.whole.length} calls`);
  const samples = await race(contenders, { rounds: settings.rounds });
  const row = (scope: ScopeName, concurrency: number | 'default'): Row => {
    return {
      name: `${scope === 'whole' ? 'whole surface' : 'help pages alone'}, concurrency ${concurrency}`,
      samples: samplesOf(samples, `ours ${scope} ${concurrency}`),
      floor: {
        name: `the same ${calls[scope].length} calls, bare`,
        samples: samplesOf(samples, `raw ${scope} ${childrenOf(concurrency)}`),
      },
      goal: GOAL,
      facts: { processes: calls[scope].length },
    };
  };
  return [
    {
      title: 'snapshot of the newest Codex',
      rows: [
        ...CONCURRENCIES.flatMap((concurrency) => [row('whole', concurrency), row('pages', concurrency)]),
        {
          name: 'sha256 of the binary, once per run (part of the above)',
          samples: samplesOf(samples, 'sha256'),
        },
      ],
      notes: [
        `processes of the whole surface: ${listCounts(calls.whole)}`,
        'every run writes into a root without captured pages (one file per page, each synchronised to disk)',
      ],
    },
  ];
}

function childrenOf(concurrency: number | 'default'): number {
  return concurrency === 'default' ? availableParallelism() : concurrency;
}

interface Bench {
  readonly directory: string;
  readonly binary: string;
}

function ours({ directory, binary }: Bench, concurrency: number | 'default'): Contender[] {
  return (Object.keys(SCOPES) as ScopeName[]).map((scope) => {
    const root = writeRoot(directory, scope, concurrency);
    return {
      name: `ours ${scope} ${concurrency}`,
      prepare: () => {
        touch(binary);
        rmSync(join(root, 'raw_help'), { recursive: true, force: true });
      },
      run: () => mustBeClean({ root, target: 'snapshot', binary }),
    };
  });
}

function raw(
  { directory, binary }: Bench,
  concurrency: number,
  calls: Readonly<Record<ScopeName, readonly RecordedCall[]>>,
): Contender[] {
  const home = join(directory, 'home');
  mkdirSync(home, { recursive: true });
  return (Object.keys(SCOPES) as ScopeName[]).map((scope) => ({
    name: `raw ${scope} ${concurrency}`,
    run: () =>
      runRawCalls({
        command: binary,
        calls: calls[scope].map(({ args }) => args),
        env: { ...calls[scope][0]?.env, HOME: home },
        cwd: home,
        concurrency,
      }),
  }));
}

async function record({ directory, binary }: Bench, scope: ScopeName): Promise<readonly RecordedCall[]> {
  return recordCalls({ root: writeRoot(directory, scope, 'default'), binary });
}

function writeRoot(directory: string, scope: ScopeName, concurrency: number | 'default'): string {
  const { wrapper: _wrapper, $schema: _schema, ...marker } = readMarker();
  const tool = { ...SCOPES[scope](marker.tool), ...(concurrency !== 'default' && { concurrency }) };
  const root = join(directory, `${scope}-${concurrency}`);
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'RULES.json'), JSON.stringify({ ...marker, tool }, null, 2));
  return root;
}

function pagesAlone({
  features: _features,
  completion: _completion,
  probe_flags: _probe,
  ...tool
}: MarkerRecord['tool']) {
  return tool;
}

function touch(binary: string): void {
  chmodSync(binary, 0o755);
}

function listCounts(calls: readonly RecordedCall[]): string {
  return Object.entries(countKinds(calls))
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
