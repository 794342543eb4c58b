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
  const { validate } = inferredTargets(installed);
  const ours = createWorkspace(join(directory, 'ours'), installed, {
    plugins: [{ plugin: '@fixpoint/nx/plugin' }],
  });
  const empty = createWorkspace(join(directory, 'empty'), installed, {
    plugins: [
      {
        plugin: 'bench-reference',
        options: { targets: { validate: { ...validate, executor: 'bench-reference:empty' } } },
      },
    ],
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
  return [{ title: titleOf(models, size), rows: rowsOf((name) => samplesOf(samples, name)), notes: NOTES }];
}

const NOTES = [
  'cold: --skip-nx-cache with a warm graph; cached: every task is a hit and its outputs are in place',
  'half of the projects follow rules version 2, half version 1; both workspaces have the same files and the same inputs',
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

function rowsOf(samples: (name: string) => readonly number[]): Row[] {
  const cheaper = ['empty cached batch', 'empty cached single'].sort(
    (a, b) => median(samples(a)) - median(samples(b)),
  )[0] as string;
  const against = (name: string): Row['floor'] => ({ name: TITLES[name] as string, samples: samples(name) });
  const cached = (name: string, floor: string, goal?: number): Row => ({
    name: TITLES[name] as string,
    samples: samples(name),
    floor: against(floor),
    goal,
  });
  return [
    cached('ours cold', 'empty cold', COLD_GOAL),
    cached('ours cached batch', cheaper, CACHED_GOAL),
    cached('ours cached single', cheaper, CACHED_GOAL),
    cached('ours cached batch', 'ours cached single'),
  ];
}

const TITLES: Readonly<Record<string, string>> = {
  'ours cold': 'validate, cold, batch',
  'ours cached batch': 'validate, all cached, batch',
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
