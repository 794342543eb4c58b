import { join } from 'node:path';
import { profile } from '../measuring/profile';
import { race, samplesOf, type Contender } from '../measuring/race';
import type { Benchmark, Row, Section, Settings } from '../model';
import { mustBeClean } from '../roots/must-be-clean';
import { makeRealRoot, type RulesVersion } from '../roots/real-root';
import { readTexts, type RootFiles } from '../roots/root-files';
import { committedRoot } from '../roots/subject';
import { withTemp } from '../workspaces/temp';

/** union + report + validate of one version against parsing and printing the same files, in this process, warm. */
export const derive: Benchmark = {
  summary: 'union + report + validate of one version against JSON.parse + JSON.stringify of the same files',
  run: (settings) =>
    withTemp('derive', async (directory) => [
      await measure(join(directory, 'two'), 2, settings),
      await measure(join(directory, 'one'), 1, settings),
      await measureCommitted(settings),
    ]),
};

const GOAL = 3;
/** Runs before the first round: enough for the compiler of V8 to be done. */
const WARM_UP = 15;
const REPEAT = 3;

/** The files that a target reads and writes; what it is compared with is parsing and printing each of them once. */
const TARGETS = {
  union: (file: string) => file.startsWith('snapshots/'),
  report: (file: string) => !/^snapshots\/.*(?<!union)\.json$/.test(file),
  validate: () => true,
} as const;

async function measure(project: string, rules: RulesVersion, settings: Settings): Promise<Section> {
  const root = await makeRealRoot(project, rules);
  const { version } = root;
  const targets = Object.keys(TARGETS) as (keyof typeof TARGETS)[];
  const all = async (): Promise<void> => {
    for (const target of targets) await mustBeClean({ root: root.root, target, version });
  };
  const contenders: Contender[] = [
    { name: 'all', run: all, repeat: REPEAT },
    ...targets.flatMap((target): Contender[] => [
      { name: target, run: () => mustBeClean({ root: root.root, target, version }), repeat: REPEAT },
      { ...jsonFloor(root, target), repeat: REPEAT },
    ]),
  ];
  settings.log(`derive, rules version ${rules}`);
  const samples = await race(contenders, { rounds: settings.rounds, warmUp: WARM_UP });
  const row = (name: string, target: keyof typeof TARGETS, goal?: number): Row => ({
    name,
    samples: samplesOf(samples, target === name ? target : 'all'),
    floor: { name: 'JSON of the same files', samples: samplesOf(samples, floorName(target)) },
    goal,
    facts: {
      files: readTexts(root, TARGETS[target]).length,
      KB: Math.round(sizeOf(readTexts(root, TARGETS[target])) / 1000),
    },
  });
  return {
    title: `derive: one version, four targets, rules version ${rules}`,
    rows: [
      row('union + report + validate', 'validate', GOAL),
      ...targets.map((target) => row(target, target)),
    ],
    notes: await profileNotes(settings, `derive-rules-${rules}`, all),
  };
}

async function measureCommitted(settings: Settings): Promise<Section> {
  const root = committedRoot();
  settings.log('derive, the committed root');
  const validate = (): Promise<void> => mustBeClean({ root: root.root, target: 'validate' });
  const samples = await race([{ name: 'validate', run: validate }, jsonFloor(root, 'validate')], {
    rounds: settings.rounds,
    warmUp: WARM_UP,
  });
  const texts = readTexts(root);
  return {
    title: 'derive: the committed root of this repository, all versions, with the scan of the wrapper',
    rows: [
      {
        name: 'validate',
        samples: samplesOf(samples, 'validate'),
        floor: { name: 'JSON of the same files', samples: samplesOf(samples, floorName('validate')) },
        facts: { files: texts.length, KB: Math.round(sizeOf(texts) / 1000) },
      },
    ],
    notes: await profileNotes(settings, 'derive-committed', validate),
  };
}

function jsonFloor(root: RootFiles, target: keyof typeof TARGETS): Contender {
  const texts = readTexts(root, TARGETS[target]);
  return {
    name: floorName(target),
    run: () => sizeOf(texts.map((text) => JSON.stringify(JSON.parse(text), null, 2))),
  };
}

function floorName(target: string): string {
  return `JSON ${target}`;
}

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

const PROFILED_RUNS = 40;

async function profileNotes(
  { profileDirectory }: Settings,
  name: string,
  run: () => Promise<void>,
): Promise<string[]> {
  if (profileDirectory === undefined) return [];
  const { top, file } = await profile(join(profileDirectory, `${name}.cpuprofile`), async () => {
    for (let time = 0; time < PROFILED_RUNS; time++) await run();
  });
  return [`profile of ${PROFILED_RUNS} runs in ${file}; own time: ${top.join(' · ')}`];
}
