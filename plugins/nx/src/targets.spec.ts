import type { TargetConfiguration } from '@nx/devkit';
import picomatch from 'picomatch';
import { fingerprintCommand } from './own-source';
import { TARGETS } from './options';
import { createOwnProject } from './testing/own-project';
import manifest from '../package.json';

const targets = createOwnProject('demo').targets as Record<(typeof TARGETS)[number], TargetConfiguration>;
const filesets = (inputs: TargetConfiguration['inputs']): string[] =>
  (inputs ?? []).filter((input) => typeof input === 'string');
const FILES = [
  'RULES.json',
  'supplement.json',
  'coverage.ts',
  'README.md',
  'snapshots/1.0.0/x.json',
  'snapshots/1.0.0/union.json',
  'raw_help/1.0.0/x/help.txt',
  'wrapper_coverage.json',
  'wrapper_evidence.json',
  'reports/1.0.0/coverage.any.json',
  'reports/1.0.0/work-queue.md',
  'diffs/1.0.0.json',
  'history.json',
  'history.md',
  'validations/1.0.0/x.json',
  'versions/1.0.0.json',
  'pointers/latest_validated/x.txt',
  'latest_validated.txt',
  'current.json',
];
const cached = Object.entries(targets).filter(([, { cache }]) => cache);

describe('the hash of a target', () => {
  it.each(cached)(
    'of %s covers the code that runs, which Nx adds for its own executors only (trap 5) [FP-NX-005]',
    (...args) => {
      const [, { inputs, options }] = args;
      expect(options.pluginVersion).toBe(manifest.version);
      expect(filesets(inputs)).toEqual(
        expect.arrayContaining([
          '{workspaceRoot}/plugins/nx/src/**/*.ts',
          '{workspaceRoot}/libs/*/src/**/*.ts',
        ]),
      );
    },
  );

  it.each(cached)(
    'of %s names no package, which would stop Nx where it is not in the lock file (trap 6)',
    (...args) => {
      expect(JSON.stringify(args[1].inputs)).not.toContain('externalDependencies');
    },
  );

  it('has the files that a target itself writes, and none that another one writes in the same run (trap 10)', () => {
    expect(Object.fromEntries(cached.map(([name, target]) => [name, hashedFiles(target)]))).toEqual({
      snapshot: ['RULES.json', 'supplement.json', 'snapshots/1.0.0/x.json', 'raw_help/1.0.0/x/help.txt'],
      union: ['RULES.json', 'snapshots/1.0.0/union.json'],
      'wrapper-coverage': ['RULES.json', 'supplement.json', 'coverage.ts', 'wrapper_coverage.json'],
      report: [
        'RULES.json',
        'supplement.json',
        'coverage.ts',
        'wrapper_evidence.json',
        'reports/1.0.0/coverage.any.json',
        'reports/1.0.0/work-queue.md',
      ],
      'surface-diff': ['RULES.json', 'diffs/1.0.0.json', 'history.json', 'history.md'],
      'version-metadata': ['RULES.json', 'validations/1.0.0/x.json', 'versions/1.0.0.json'],
      validate: FILES.filter((file) => file !== 'README.md'),
    });
  });

  it('follows what another target writes through the output of that task', () => {
    const dependent = Object.entries(targets).map(([name, { inputs }]) => [
      name,
      inputs?.find((input) => typeof input === 'object' && 'dependentTasksOutputFiles' in input),
    ]);
    expect(Object.fromEntries(dependent)).toEqual({
      snapshot: { dependentTasksOutputFiles: '**/wrapper_coverage.json' },
      union: { dependentTasksOutputFiles: '**/*' },
      'wrapper-coverage': undefined,
      report: { dependentTasksOutputFiles: '**/*.json' },
      'surface-diff': { dependentTasksOutputFiles: '**/*.json' },
      'wrapper-validate': undefined,
      'version-metadata': { dependentTasksOutputFiles: '**/*.json' },
      promote: undefined,
      retain: undefined,
      validate: undefined,
      'snapshot-verify': undefined,
    });
  });

  it('of the snapshot covers executables that Nx does not see, since they are ignored or installed (trap 14) [FP-NX-006]', () => {
    expect(targets.snapshot.inputs).toContainEqual({ runtime: fingerprintCommand('cli_manifests/demo') });
  });

  it('covers the clock where artifacts carry a time, and not where they are only compared', () => {
    const withClock = cached.filter(([, { inputs }]) =>
      inputs?.some((input) => Object(input).env !== undefined),
    );
    expect(withClock.map(([name]) => name)).toEqual([
      'snapshot',
      'union',
      'wrapper-coverage',
      'report',
      'version-metadata',
    ]);
  });

  it('reaches the projects behind its edges, which is also what makes a project affected (trap 13)', () => {
    const reaching = cached.filter(([, { inputs }]) => inputs?.includes('^default'));
    expect(reaching.map(([name]) => name)).toEqual(['wrapper-coverage', 'report', 'validate']);
  });
});

describe('targets', () => {
  it('run executors of this package, so that defaults for nx:run-commands do not reach them (trap 9)', () => {
    expect(Object.values(targets).map(({ executor }) => executor)).toEqual(
      TARGETS.slice(0, TARGETS.indexOf('support-matrix')).map((id) => `@fixpoint/nx:${id}`),
    );
  });

  it('never let validate wait for a target that writes: it compares in memory and may be cached (traps 11, 12) [FP-NX-008]', () => {
    expect(targets.validate).toMatchObject({ cache: true, outputs: [] });
    expect(targets.validate).not.toHaveProperty('dependsOn');
    expect(JSON.stringify(targets.validate.inputs)).not.toContain('git');
  });

  it.each(['snapshot-verify', 'wrapper-validate', 'promote', 'retain'] as const)(
    'measure and decide again without a cache: %s [FP-NX-007]',
    (target) => {
      expect(targets[target]).toMatchObject({ cache: false });
      expect(targets[target]).not.toHaveProperty('inputs');
    },
  );

  it('say what they do', () => {
    for (const { metadata } of Object.values(targets)) {
      expect(metadata).toMatchObject({
        technologies: ['fixpoint'],
        description: expect.stringMatching(/^[A-Z]/),
      });
    }
  });
});

/** The files of a root that are in a target's hash by their place. */
function hashedFiles({ inputs }: TargetConfiguration): string[] {
  const globs = filesets(inputs).map((glob) => glob.replace('{projectRoot}/', ''));
  const wanted = picomatch(
    globs.filter((glob) => /^[^!^{]/.test(glob)),
    { dot: true },
  );
  const excluded = picomatch(
    globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1)),
    { dot: true },
  );
  return FILES.filter((file) => wanted(file) && !excluded(file));
}
