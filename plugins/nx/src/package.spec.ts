import { join } from 'node:path';
import { TARGETS as RUNNER_TARGETS } from '@fixpoint/runner';
import { build } from 'esbuild';
import executors from '../executors.json';
import generators from '../generators.json';
import manifest from '../package.json';
import workspace from '../../../package.json';
import * as batchImpl from './executors/run/batch.impl';
import * as runImpl from './executors/run/run.impl';
import * as ciWorkflow from './generators/ci-workflow/ci-workflow';
import * as cliManifest from './generators/cli-manifest/cli-manifest';
import * as init from './generators/init/init';
import { TARGETS } from './options';

const ROOT = join(__dirname, '../../..');
const ENTRY_POINTS = [
  'plugins/nx/src/index.ts',
  'plugins/nx/src/plugin.ts',
  'plugins/nx/src/executors/run/run.impl.ts',
  'plugins/nx/src/executors/run/batch.impl.ts',
  'plugins/nx/src/generators/ci-workflow/ci-workflow.ts',
  'plugins/nx/src/generators/cli-manifest/cli-manifest.ts',
  'plugins/nx/src/generators/init/init.ts',
  'libs/runner/src/index.ts',
  'apps/cli/src/main.ts',
];

const MODULES: Readonly<Record<string, object>> = {
  './dist/executors/run/run.impl': runImpl,
  './dist/executors/run/batch.impl': batchImpl,
  './dist/generators/ci-workflow/ci-workflow': ciWorkflow,
  './dist/generators/cli-manifest/cli-manifest': cliManifest,
  './dist/generators/init/init': init,
};

/** Loaded by name when there is something for it to read, so that no bundler sees it. */
const LOADED_LATE = ['@redocly/openapi-core'];

/** The packages that the published code requires, read from the bundle itself. */
async function requiredPackages(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRY_POINTS,
    outdir: 'dist/unwritten',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    tsconfig: 'tsconfig.base.json',
  });
  const paths = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const packages = paths.filter((path) => !path.startsWith('node:') && !path.startsWith('.'));
  const names = packages.map((path) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return [...new Set([...names, ...LOADED_LATE])].sort();
}

describe('the published package', () => {
  it('depends on the packages that its code requires, and on no other', async () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(await requiredPackages());
  });

  it('depends on the versions that the workspace tests with; on devkit exactly, which Nx releases in lockstep', () => {
    const tested: Readonly<Record<string, string>> = workspace.devDependencies;
    const expected = Object.keys(manifest.dependencies).map((name) => [
      name,
      name === '@nx/devkit' ? tested[name] : `^${tested[name]}`,
    ]);
    expect(Object.entries(manifest.dependencies)).toEqual(expected);
  });

  it('exports no condition that leads to sources: the daemon resolves with "development" (trap of the facts, 3.2)', () => {
    const conditions = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [] : Object.keys(entry),
    );
    expect([...new Set(conditions)]).toEqual(['types', 'default']);
    expect(JSON.stringify(manifest.exports)).not.toContain('src/');
    expect(JSON.stringify(manifest.files)).not.toContain('src');
  });

  it('has an executor for every target, alone and in a batch, and the runner knows the same targets', () => {
    const expected = TARGETS.map((id) => {
      const camel = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      return [id, `run.impl#${camel}`, `batch.impl#${camel}Batch`];
    });
    const actual = Object.entries(executors.executors).map(
      ([id, { implementation, batchImplementation }]) => [
        id,
        implementation.replace('./dist/executors/run/', ''),
        batchImplementation.replace('./dist/executors/run/', ''),
      ],
    );
    expect(actual.sort()).toEqual(expected.sort());
    // Steps are planned first and applied on request, by functions of their own; mending is an option of the check.
    const others = ['promote', 'retain', 'link-fix'];
    expect([...Object.keys(RUNNER_TARGETS), ...others].sort()).toEqual([...TARGETS].sort());
  });

  it.each([
    ...Object.values(executors.executors).flatMap(({ implementation, batchImplementation }) => [
      implementation,
      batchImplementation,
    ]),
    ...Object.values(generators.generators).map(({ factory }) => factory),
  ])('has %s', (reference) => {
    const [path = '', name = ''] = reference.split('#');
    expect(MODULES[path]).toHaveProperty(name, expect.any(Function));
  });

  it('describes the options of its executors and prefers batches', () => {
    for (const { schema, preferBatch } of Object.values(executors.executors)) {
      expect([schema, preferBatch]).toEqual(['./dist/executors/run/schema.json', true]);
    }
  });
});
