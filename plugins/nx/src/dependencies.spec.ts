import type { CreateDependenciesContext, ProjectConfiguration } from '@nx/devkit';
import { tempDirectory } from '@fixpoint/testkit';
import { createDependencies } from './dependencies';
import { toManifestRoot } from './manifest-root';
import { normalizeOptions } from './options';
import { inferTargets } from './targets';
import { createOwnProject } from './testing/own-project';

const WRAPPER = 'libs/demo-wrapper';

describe('createDependencies', () => {
  const workspace = tempDirectory();

  async function edgesOf(marker: unknown, more: Readonly<Record<string, ProjectConfiguration>> = {}) {
    const text = typeof marker === 'string' ? marker : JSON.stringify(marker);
    workspace.write('cli_manifests/demo/RULES.json', text);
    const context: CreateDependenciesContext = {
      workspaceRoot: workspace.path,
      projects: { demo: createOwnProject('demo'), 'demo-wrapper': { root: WRAPPER }, ...more },
      externalNodes: {
        'npm:demo-sdk': {
          type: 'npm',
          name: 'npm:demo-sdk',
          data: { version: '1.0.0', packageName: 'demo-sdk' },
        },
      },
      nxJsonConfiguration: {},
      fileMap: { projectFileMap: {}, nonProjectFiles: [] },
      // Nothing changed since the last run.
      filesToProcess: { projectFileMap: {}, nonProjectFiles: [] },
    };
    const edges = await createDependencies(undefined, context);
    return edges.map(({ source, target, type }) => `${source} -${type}-> ${target}`);
  }

  it("leads to the wrapper's project, for files that did not change as well, and by no file (trap 1) [FP-NX-013]", async () => {
    expect(await edgesOf({ wrapper: { project: 'demo-wrapper' } })).toEqual([
      'demo -implicit-> demo-wrapper',
    ]);
  });

  it('leads to the package whose source is scanned', async () => {
    const wrapper = { evidence: { package: 'demo-sdk', files: ['**/*.js'] } };
    expect(await edgesOf({ wrapper })).toEqual(['demo -implicit-> npm:demo-sdk']);
  });

  it.each([
    ['the module', { source: { module: `../../${WRAPPER}/src/coverage.ts` } }],
    ['the file', { source: { file: `../../${WRAPPER}/coverage.yaml` } }],
    ['the scanned directory', { evidence: { directory: `../../${WRAPPER}/src`, files: ['**/*.ts'] } }],
    ['the scanned project', { evidence: { directory: `../../${WRAPPER}`, files: ['**/*.ts'] } }],
  ])('leads to the project that holds %s, so that it is in the hashes', async (_name, wrapper) => {
    expect(await edgesOf({ wrapper })).toEqual(['demo -implicit-> demo-wrapper']);
  });

  it('takes the innermost project, and the one at the root of the workspace where there is no other', async () => {
    const more = { inner: { root: `${WRAPPER}/inner` }, whole: { root: '.' } };
    const inner = { source: { file: `../../${WRAPPER}/inner/x.json` } };
    const whole = { source: { file: '../../shared/x.json' } };
    expect(await edgesOf({ wrapper: inner }, more)).toEqual(['demo -implicit-> inner']);
    expect(await edgesOf({ wrapper: whole }, more)).toEqual(['demo -implicit-> whole']);
  });

  it('gives each edge once', async () => {
    const wrapper = { project: 'demo-wrapper', source: { module: `../../${WRAPPER}/src/coverage.ts` } };
    expect(await edgesOf({ wrapper })).toEqual(['demo -implicit-> demo-wrapper']);
  });

  it.each([
    ['a project that does not exist, which would stop Nx (trap 1)', { wrapper: { project: 'nobody' } }],
    ['a package that is not installed', { wrapper: { evidence: { package: 'nothing', files: ['x'] } } }],
    ['the project itself', { wrapper: { project: 'demo', source: { module: 'coverage.ts' } } }],
    ['a place outside of the workspace', { wrapper: { source: { file: '../../../elsewhere/x.json' } } }],
    ['a place in no project', { wrapper: { source: { file: '../../shared/x.json' } } }],
    [
      'values of other types',
      { wrapper: { project: 7, source: [], evidence: { package: null, directory: {} } } },
    ],
    ['no wrapper', {}],
    ['a marker that is no object', 'null'],
    ['a marker cut in half (trap 8)', '{ "wrapper": { "project": "demo-wra'],
  ])('has no edge for %s', async (_name, marker) => {
    expect(await edgesOf(marker)).toEqual([]);
  });

  it('leads from a support matrix to the projects of its tools', async () => {
    workspace.write(
      'docs/support_matrix/SUPPORT.json',
      JSON.stringify({
        tools: [
          { tool: 'demo', root: '../../cli_manifests/demo' },
          { tool: 'x', root: 7 },
        ],
      }),
    );
    const at = toManifestRoot('docs/support_matrix/SUPPORT.json');
    const matrix = { root: at.projectRoot, targets: inferTargets(at, normalizeOptions(undefined)) };
    expect(Object.keys(matrix.targets)).toEqual(['validate', 'support-matrix']);
    expect(await edgesOf({}, { matrix })).toEqual(['matrix -implicit-> demo']);
  });

  it('looks only at targets of its own, wherever their names come from', async () => {
    const renamed = createOwnProject('demo', { validateTargetName: 'check' });
    const other: ProjectConfiguration = {
      root: 'libs/other',
      targets: { validate: { executor: 'nx:run-commands', options: { root: 'cli_manifests/demo' } } },
    };
    expect(await edgesOf({ wrapper: { project: 'demo-wrapper' } }, { demo: renamed, other })).toEqual([
      'demo -implicit-> demo-wrapper',
    ]);
  });
});
