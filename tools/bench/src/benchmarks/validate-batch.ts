import { join } from 'node:path';
import { race, samplesOf, type Contender } from '../measuring/race';
import { median } from '../measuring/statistics';
import type { Benchmark, Row, Section, Settings } from '../model';
import { makeRealRoot, type RealRoot } from '../roots/real-root';
import { readTexts } from '../roots/root-files';
import { linkTree } from '../workspaces/link-tree';
import { createWorkspace, installPackages, type NxWorkspace } from '../workspaces/nx-workspace';
import { inferredTargets } from '../workspaces/target-template';
import { withTemp } from '../workspaces/temp';

/** `nx run-many -t validate` over many projects, cold and fully cached, against a batch executor that does nothing. */
export const validateBatch: Benchmark = {
  summary:
    'validate of 1,000 projects with real artifacts, cold and cached, against a batch executor that does nothing',
  run: (settings) => withTemp('batch', (directory) => measure(directory, settings)),
};

const COLD_GOAL = 1.5;
const CACHED_GOAL = 1.05;
const PROJECTS = 1_000;

async function measure(directory: string, settings: Settings): Promise<Section[]> {
  const size = settings.size ?? PROJECTS;
  const installed = join(directory, 'installed');
  settings.log(`validate-batch, ${size} projects: installing`);
  await installPackages(installed);
  const models = [
    await makeRealRoot(join(directory, 'two'), 2),
    await makeRealRoot(join(directory, 'one'), 1),
  ];
  const targets = inferredTargets(installed);
  const doesNothing = { ...targets, validate: { ...targets['validate'], executor: 'bench-reference:empty' } };
  const ours = createWorkspace(join(directory, 'ours'), installed, {
    plugins: [{ plugin: '@fixpoint/nx/plugin' }],
  });
  const empty = createWorkspace(join(directory, 'empty'), installed, {
    plugins: [{ plugin: 'bench-reference', options: { targets: doesNothing } }],
  });
  for (const { directory: workspace } of [ours, empty]) copyProjects(models, workspace, size);
  settings.log('validate-batch, filling the cache');
  for (const workspace of [ours, empty]) await expectTasks(workspace, size);
  settings.log('validate-batch, measuring');
  const samples = await race(contendersOf({ ours, empty }), {
    rounds: settings.rounds,
    // The cache was filled by a run of everything.
    warmUp: 0,
  });
  return [
    { title: titleOf(models, size), rows: rowsOf((name) => samplesOf(samples, name), size), notes: NOTES },
  ];
}

const NOTES = [
  'cold: --skip-nx-cache with a warm graph; cached: every task is a hit and its outputs are in place',
  'half of the projects follow rules version 2, half version 1; both workspaces have the same files, targets and inputs',
];

function copyProjects(models: readonly RealRoot[], workspace: string, size: number): void {
  for (let index = 0; index < size; index++) {
    const model = models[index % models.length] as RealRoot;
    linkTree(model.project, join(workspace, `projects/p${index}`));
  }
}

const RUN = ['run-many', '-t', 'validate'];

function contendersOf(workspaces: Readonly<Record<'ours' | 'empty', NxWorkspace>>): Contender[] {
  return Object.entries(workspaces).flatMap(([name, workspace]): Contender[] => [
    { name: `${name} cold`, run: () => workspace.nx(...RUN, '--skip-nx-cache') },
    { name: `${name} cached batch`, run: () => workspace.nx(...RUN, '--batch') },
    { name: `${name} cached single`, run: () => workspace.nx(...RUN, '--batch=false') },
  ]);
}

function rowsOf(samples: (name: string) => readonly number[], size: number): Row[] {
  const cheaper = (whose: string): string => {
    const [batch, single] = [`${whose} cached batch`, `${whose} cached single`];
    return median(samples(batch)) < median(samples(single)) ? batch : single;
  };
  const row = (name: string, floor: string, more: Pick<Row, 'goal' | 'facts'> = {}): Row => ({
    name: TITLES[name] as string,
    samples: samples(name),
    floor: { name: TITLES[floor] as string, samples: samples(floor) },
    ...more,
  });
  const own = median(samples('ours cold')) - median(samples('empty cold'));
  return [
    row('ours cold', 'empty cold', {
      goal: COLD_GOAL,
      facts: { 'own ms per task': (own / size).toFixed(1) },
    }),
    row(DEFAULT_CACHED, cheaper('ours'), { goal: CACHED_GOAL }),
    row('ours cached batch', cheaper('empty')),
    row('ours cached single', cheaper('empty')),
    row('empty cached batch', 'empty cached single'),
  ];
}

/** What a run is without a flag: the executors prefer batches. */
const DEFAULT_CACHED = 'ours cached batch';

const TITLES: Readonly<Record<string, string>> = {
  'ours cold': 'validate, cold, batch',
  'ours cached batch': 'validate, all cached, batch (the default)',
  'ours cached single': 'validate, all cached, no batch',
  'empty cold': 'empty executor, cold, batch',
  'empty cached batch': 'empty executor, all cached, batch',
  'empty cached single': 'empty executor, all cached, no batch',
};

function titleOf(models: readonly RealRoot[], size: number): string {
  const texts = models.flatMap((model) => readTexts(model));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0) / models.length;
  return `validate of ${size} projects, ${texts.length / models.length} JSON files of ${Math.round(bytes / 1000)} KB each`;
}

async function expectTasks(workspace: NxWorkspace, size: number): Promise<void> {
  const output = await workspace.nx(...RUN);
  if (!output.includes(`validate for ${size} projects`)) {
    throw new Error(`not every project was validated:\n${output.slice(-2000)}`);
  }
}
