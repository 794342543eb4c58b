import { join } from 'node:path';
import { race, samplesOf, type Contender } from '../measuring/race';
import type { Benchmark, Row, Section, Settings } from '../model';
import { readMarker } from '../roots/subject';
import { createWorkspace, installPackages, type NxWorkspace } from '../workspaces/nx-workspace';
import { inferredTargets } from '../workspaces/target-template';
import { withTemp } from '../workspaces/temp';

/** `nx show projects` with many markers, against a plugin that looks at paths alone and against no plugin. */
export const inference: Benchmark = {
  summary:
    'nx show projects with 1,000 markers of 20 KB (--size for more) against a plugin that looks at paths alone',
  run: (settings) => withTemp('inference', (directory) => measure(directory, settings)),
};

const GOAL = 1.1;
const MARKERS = 1_000;
const MARKER_BYTES = 20_000;

async function measure(directory: string, settings: Settings): Promise<Section[]> {
  const size = settings.size ?? MARKERS;
  const installed = join(directory, 'installed');
  settings.log(`inference, ${size} markers: installing`);
  await installPackages(installed);
  const targets = inferredTargets(installed);
  const ours = createWorkspace(join(directory, 'ours'), installed, {
    plugins: [{ plugin: '@fixpoint/nx/plugin' }],
  });
  const paths = createWorkspace(join(directory, 'paths'), installed, {
    plugins: [{ plugin: 'bench-reference', options: { targets } }],
  });
  const none = createWorkspace(join(directory, 'none'), installed, {});
  const workspaces = { ours, paths, none };
  for (const workspace of Object.values(workspaces)) {
    for (let index = 0; index < size; index++) {
      workspace.write(`projects/p${index}/cli_manifest/RULES.json`, marker(index));
      if (workspace === none)
        workspace.write(`projects/p${index}/project.json`, JSON.stringify({ name: `p${index}`, targets }));
    }
  }
  for (const workspace of Object.values(workspaces)) await expectProjects(workspace, size);
  settings.log('inference, measuring');
  const samples = await race(
    Object.entries(workspaces).flatMap(([name, workspace]): Contender[] => [
      { name: `warm ${name}`, run: () => workspace.nx('show', 'projects') },
      { name: `cold ${name}`, prepare: () => workspace.reset(), run: () => workspace.nx('show', 'projects') },
    ]),
    { rounds: settings.rounds },
  );
  const row = (state: 'warm' | 'cold', floor: keyof typeof workspaces, goal?: number): Row => ({
    name: `our plugin, ${state} graph`,
    samples: samplesOf(samples, `${state} ours`),
    floor: {
      name: floor === 'paths' ? 'plugin that looks at paths alone' : 'no plugin, a project.json each',
      samples: samplesOf(samples, `${state} ${floor}`),
    },
    goal,
  });
  return [
    {
      title: `inference: nx show projects, ${size} markers of ${MARKER_BYTES / 1000} KB`,
      rows: [
        row('warm', 'paths', GOAL),
        row('cold', 'paths', GOAL),
        row('warm', 'none'),
        row('cold', 'none'),
      ],
      notes: ['daemon off; cold: the cache and the workspace data are removed first, as nx reset does'],
    },
  ];
}

/** A marker of the real tool with as many exclusions as make its size. */
function marker(index: number): string {
  const { tool, targets, wrapper } = readMarker();
  const units: unknown[] = [];
  for (
    let bytes = JSON.stringify({ tool, targets, wrapper }, null, 2).length;
    bytes < MARKER_BYTES;
    bytes += 150
  ) {
    units.push({ unit: 'flag', path: [`command-${units.length}`], key: '--flag', note: `reason ${index}` });
  }
  return JSON.stringify(
    { rules_schema_version: 2, tool, targets, wrapper, parity_exclusions: units },
    null,
    2,
  );
}

async function expectProjects(workspace: NxWorkspace, size: number): Promise<void> {
  const listed = (await workspace.nx('show', 'projects')).trim().split('\n').length;
  if (listed < size) throw new Error(`${listed} projects are listed, not ${size}`);
}
