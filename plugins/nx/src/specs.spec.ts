import type { CreateDependenciesContext, ProjectConfiguration } from '@nx/devkit';
import fastGlob from 'fast-glob';
import { tempDirectory } from '@fixpoint/testkit';
import type { FixpointPluginOptions } from './options';
import { createDependencies, createNodes } from './plugin';
import { infer } from './testing/infer';

const TARGETS = [
  'spec-extract',
  'spec-lint',
  'trace',
  'link-check',
  'link-fix',
  'link-check-external',
  'stepcheck',
  'validate',
];

const directory = tempDirectory();

/** The targets of a project, inferred in the workspace of the test. */
async function targetsIn(project: string, files: readonly string[], options: FixpointPluginOptions = {}) {
  const context = { nxJsonConfiguration: {}, workspaceRoot: directory.path };
  const results = await createNodes[1](files, options, context);
  const projects: Record<string, Partial<ProjectConfiguration>> = Object.assign(
    {},
    ...results.map(([, inferred]) => inferred.projects),
  );
  return projects[project]?.targets ?? {};
}

describe('a directory of specs', () => {
  it.each([
    ['a marker', 'libs/api/SPECS.json', 'libs/api'],
    ['a folder of specs', 'libs/api/specs/queue.md', 'libs/api'],
    ['a hidden folder of specs', 'libs/api/.specs/deep/queue.md', 'libs/api'],
    ['a folder of specs in the workspace itself', 'specs/queue.md', '.'],
  ])('is told by %s', async (_, file, root) => {
    const projects = await infer([file]);
    expect(Object.keys(projects)).toEqual([root]);
    expect(Object.keys(projects[root]?.targets ?? {})).toEqual(TARGETS);
    expect(projects[root]?.targets?.['validate']?.options).toMatchObject({ root });
  });

  it.each(['libs/api/SPECS.json', 'libs/api/specs/SPECS.json', 'libs/api/specs/deep/SPECS.json'])(
    'is what %s says, not one more',
    async (marker) => {
      const projects = await infer([marker, 'libs/api/specs/deep/queue.md']);
      expect(Object.keys(projects)).toEqual([marker.slice(0, marker.lastIndexOf('/'))]);
    },
  );

  it.each(['specs/queue.md', 'src/specs/queue.md', 'docs/SPECS.json', 'docs/specs/SPECS.json'])(
    'belongs to the project that %s lies in, whose files a second one would take away',
    async (file) => {
      directory.write('packages/kit/package.json', '{"name":"@acme/kit"}');
      directory.write('packages/kit/src/package.json', '{"type":"module"}');
      directory.write('apps/shop/project.json', '{"name":"shop"}');
      directory.write('apps/shop/docs/package.json', '{"name":"fixture"}');
      for (const project of ['packages/kit', 'apps/shop']) {
        const { validate } = await targetsIn(project, [`${project}/${file}`]);
        expect(validate?.options.root).toMatch(new RegExp(`^${project}(?:/|$)`));
      }
    },
  );

  it('belongs to the workspace only where that is a project', async () => {
    directory.write('package.json', '{"name":"workspace"}');
    expect(await targetsIn('guides', ['guides/specs/a.md'])).toHaveProperty('validate');
    directory.write('package.json', '{"name":"workspace","nx":{}}');
    expect(await targetsIn('.', ['guides/specs/a.md'])).toHaveProperty('validate');
  });

  it('has a name of its own where another one is called the same', async () => {
    const projects = await infer(['a/docs/specs/x.md', 'b/docs/specs/x.md', 'c/specs/x.md']);
    expect(Object.values(projects).map(({ name }) => name)).toEqual(['a-docs', 'b-docs', 'c']);
  });

  it('is inferred apart from a marker above it', async () => {
    const projects = await infer(['SPECS.json', 'libs/api/specs/queue.md']);
    expect(Object.keys(projects)).toEqual(['.', 'libs/api']);
  });

  it.each([
    ['Markdown elsewhere', 'libs/api/README.md', {}],
    ['a folder of tests that a README describes', 'apps/web-e2e/specs/README.md', {}],
    ['a folder whose name only ends so', 'libs/api/testspecs/queue.md', {}],
    ['a folder that an option excludes', 'vendor/api/specs/queue.md', { specs: ['!vendor/**'] }],
  ])('is not %s', async (_, file, options) => {
    expect(await infer([file], options)).toEqual({});
  });

  it('has the names that options give', async () => {
    const { '.': project } = await infer(['SPECS.json'], { specExtractTargetName: 'requirements' });
    expect(Object.keys(project?.targets ?? {})).toContain('requirements');
  });

  it('is looked at once where it is a directory of contracts as well', async () => {
    const { 'libs/api': project } = await infer(['libs/api/CONTRACTS.json', 'libs/api/SPECS.json']);
    expect(project?.targets?.['validate']?.options).not.toHaveProperty('also');
    expect(project?.targets?.['validate']?.inputs).toEqual(
      expect.arrayContaining(['{workspaceRoot}/libs/api/**/*', '{workspaceRoot}/libs/api/SPECS.json']),
    );
  });

  it('is checked beside the root of another directory of the same project', async () => {
    const { 'libs/api': project } = await infer([
      'libs/api/cli_manifest/RULES.json',
      'libs/api/specs/queue.md',
    ]);
    expect(project?.targets?.['validate']?.options).toMatchObject({
      root: 'libs/api/cli_manifest',
      also: [{ root: 'libs/api' }],
    });
  });

  it('has what its links lead through in the hash, whatever the root beside it leaves out', async () => {
    const { 'libs/api': project } = await infer([
      'libs/api/cli_manifest/RULES.json',
      'libs/api/specs/queue.md',
    ]);
    const inputs = project?.targets?.['validate']?.inputs ?? [];
    expect(inputs.filter((input) => String(input).startsWith('!'))).toEqual([]);
    const { 'libs/web': alone } = await infer(['libs/web/cli_manifest/RULES.json']);
    expect(alone?.targets?.['validate']?.inputs).toContain('!{projectRoot}/**/README.md');
  });
});

describe('an index whose specs are gone', () => {
  const MARK = '<!-- Generated by `fixpoint spec-extract`. Do not edit. -->\n';

  it('is a root, so that it is told', async () => {
    directory.write('libs/api/COMPLIANCE.md', MARK);
    expect(Object.keys(await targetsIn('libs/api', ['libs/api/COMPLIANCE.md']))).toEqual(TARGETS);
  });

  it.each([
    ['a page that somebody wrote', '# How we comply\n', ['libs/api/COMPLIANCE.md']],
    ['the page of a marker', MARK, ['libs/SPECS.json', 'libs/api/COMPLIANCE.md']],
    ['what tests read', MARK, ['libs/fixtures/api/COMPLIANCE.md', 'libs/fixtures/api/specs/a.md']],
  ])('is not %s', async (_, text, files) => {
    for (const file of files) if (file.endsWith('.md')) directory.write(file, text);
    const context = { nxJsonConfiguration: {}, workspaceRoot: directory.path };
    const results = await createNodes[1](files, {}, context);
    const roots = results.flatMap(([, { projects }]) => Object.keys(projects ?? {}));
    expect(roots.filter((root) => root !== 'libs')).toEqual([]);
  });
});

describe('the targets of a directory of specs', () => {
  it('write one index for each spec, and the trace', async () => {
    directory.write('libs/api/SPECS.json', '{"specs_schema_version":1}');
    for (const path of ['specs/queue.md', 'specs/deep/stream.md', 'README.md'])
      directory.write(`libs/api/${path}`, '# Title\n');
    const targets = await targetsIn('libs/api', ['libs/api/SPECS.json']);
    expect(targets['spec-extract']?.outputs).toEqual([
      '{workspaceRoot}/libs/api/COMPLIANCE.md',
      '{workspaceRoot}/libs/api/requirements/deep/stream.yaml',
      '{workspaceRoot}/libs/api/requirements/queue.yaml',
    ]);
    expect(targets['trace']?.outputs).toEqual(
      ['trace.json', 'trace.md', 'confirmed.json'].map(
        (name) => `{workspaceRoot}/libs/api/requirements/${name}`,
      ),
    );
  });

  it('have what they read in their hashes, wherever it lies in the workspace, and nothing else', async () => {
    directory.write(
      'docs/SPECS.json',
      JSON.stringify({
        specs_schema_version: 1,
        specs: { files: ['../rules/*.md', '!../rules/old.md'] },
        trace: {
          code: { files: ['../libs/*/src/**/*.ts', '../../elsewhere/**'] },
          tests: { files: ['../libs/**/*.spec.ts', '{../e2e,it}/*.ts'] },
        },
        steps: { patterns: 'steps.json', features: ['../features/**/*.feature'] },
      }),
    );
    const targets = await targetsIn('docs', ['docs/SPECS.json']);
    const inputsOf = (target: string) =>
      (targets[target]?.inputs ?? []).filter(
        (input) => !/libs\/\*\/src\/\*\*\/\*\.ts$|plugins|\.spec\.ts$/.test(String(input)),
      );
    expect(inputsOf('spec-extract')).toEqual([
      '{workspaceRoot}/docs/SPECS.json',
      '{workspaceRoot}/rules/*.md',
      '{workspaceRoot}/docs/requirements/**/*.yaml',
      '{workspaceRoot}/docs/COMPLIANCE.md',
    ]);
    expect(inputsOf('spec-lint')).toEqual(['{workspaceRoot}/docs/SPECS.json', '{workspaceRoot}/rules/*.md']);
    expect(inputsOf('stepcheck')).toEqual([
      '{workspaceRoot}/docs/SPECS.json',
      '{workspaceRoot}/features/**/*.feature',
      '{workspaceRoot}/docs/steps.json',
    ]);
    expect(targets['trace']?.inputs).toEqual(
      expect.arrayContaining([
        '{workspaceRoot}/libs/*/src/**/*.ts',
        '{workspaceRoot}/libs/**/*.spec.ts',
        '{workspaceRoot}/e2e/*.ts',
        '{workspaceRoot}/docs/it/*.ts',
      ]),
    );
    expect(JSON.stringify(targets['trace']?.inputs)).not.toContain('elsewhere');
  });

  it('follow links out of the root, and those of pages that lie there', async () => {
    directory.write(
      'docs/SPECS.json',
      '{"specs_schema_version":1,"specs":false,"links":{"files":["**/*.md","../libs/**/*.md"]}}',
    );
    directory.write('libs/web/README.md', '[x](../../apps/web/a.ts)');
    directory.write(
      'docs/guide/a.md',
      '[code](../../libs/api/src/a.ts#L3) [folder](../../libs/api) [here](b.md)\n\n[ref]: /tools/x.md\n<img src="../../assets/logo.png">\n[out](../../../elsewhere.md)\n',
    );
    const targets = await targetsIn('docs', ['docs/SPECS.json', 'docs/guide/a.md', 'libs/web/README.md']);
    expect(targets['link-check']?.inputs).toEqual(
      expect.arrayContaining([
        '{workspaceRoot}/docs/**/*',
        '{workspaceRoot}/.gitignore',
        '{workspaceRoot}/libs/**/*.md',
        '{workspaceRoot}/apps/web/a.ts',
        '{workspaceRoot}/libs/api/src/a.ts',
        '{workspaceRoot}/libs/api',
        '{workspaceRoot}/libs/api/**/*',
        '{workspaceRoot}/tools/x.md',
        '{workspaceRoot}/assets/logo.png',
      ]),
    );
    expect(JSON.stringify(targets['link-check']?.inputs)).not.toContain('elsewhere');
    expect(Object.keys(targets)).not.toContain('spec-extract');
  });

  it.each([
    ['[x](<../libs/a b.md>)', 'libs/a b.md'],
    ['[x](../libs/a%20b.md)', 'libs/a b.md'],
    ['[x](\n../libs/a.md)', 'libs/a.md'],
    ['> [x](\n> ../libs/a.md)', 'libs/a.md'],
    ['[x](../libs/a_(b).md)', 'libs/a_?b?.md'],
    ['[x](../libs/[id]/a.md)', 'libs/?id?/a.md'],
    ['[x](../libs/a\\_b.md)', 'libs/a_b.md'],
    ['[x]: <../libs/a.md>', 'libs/a.md'],
    ['[x](../libs/v1.2/)', 'libs/v1.2/**/*'],
    ['[x](sub/../../libs/a.md?raw#top "title")', 'libs/a.md'],
    ["don't <img srcset='here.png 1x, ../libs/a.png 2x'>", 'libs/a.png'],
    ['<a href = ../libs/a.md>', 'libs/a.md'],
  ])('follow links however they are spelled: %s', async (text, place) => {
    directory.write('docs/SPECS.json', '{"specs_schema_version":1,"specs":false}');
    directory.write('docs/page.md', `${text}\n`);
    const targets = await targetsIn('docs', ['docs/SPECS.json']);
    expect(targets['link-check']?.inputs).toContain(`{workspaceRoot}/${place}`);
  });

  it('have one input for a page that is linked plainly', async () => {
    directory.write('docs/SPECS.json', '{"specs_schema_version":1,"specs":false}');
    directory.write('docs/page.md', '[x](../libs/a.md) and (see [y](../libs/b.md)).\n');
    const targets = await targetsIn('docs', ['docs/SPECS.json']);
    const inputs = (targets['link-check']?.inputs ?? []).map(String);
    expect(inputs.filter((input) => /\/libs\/[^*]/.test(input))).toEqual([
      '{workspaceRoot}/libs/a.md',
      '{workspaceRoot}/libs/b.md',
    ]);
  });

  it('are all there for a marker that cannot be read, so that it is told', async () => {
    directory.write('docs/SPECS.json', '{');
    expect(Object.keys(await targetsIn('docs', ['docs/SPECS.json']))).toEqual(TARGETS);
  });

  it('never take an answer about other machines, or a mending, from the cache', async () => {
    const targets = await targetsIn('docs', ['docs/SPECS.json']);
    expect([targets['link-check-external']?.cache, targets['link-fix']?.cache]).toEqual([false, false]);
  });
});

describe('the glob of the plugin', () => {
  it('names no Markdown but specs and the page over them: deleting what it names makes every project affected', () => {
    const pages = ['README.md', 'api/docs/a.md', 'api/requirements/trace.md'];
    const named = ['SPECS.json', 'api/.specs/deep/a.md', 'api/COMPLIANCE.md', 'specs/a.md'];
    for (const file of [...pages, ...named]) directory.write(file, '');
    expect(fastGlob.sync(createNodes[0], { cwd: directory.path, dot: true }).sort()).toEqual(named);
  });
});

describe('edges of specs', () => {
  async function edges() {
    const files = ['docs/SPECS.json'];
    const targets = await targetsIn('docs', files);
    const projects: Record<string, ProjectConfiguration> = {
      docs: { root: 'docs', targets },
      rules: { root: 'rules' },
      api: { root: 'libs/api' },
      web: { root: 'libs/web' },
    };
    const context: CreateDependenciesContext = {
      workspaceRoot: directory.path,
      projects,
      externalNodes: {},
      nxJsonConfiguration: {},
      fileMap: { projectFileMap: {}, nonProjectFiles: [] },
      filesToProcess: { projectFileMap: {}, nonProjectFiles: [] },
    };
    return (await createDependencies(undefined, context)).map(
      ({ source, target }) => `${source} -> ${target}`,
    );
  }

  it('lead from the index to its specs', async () => {
    directory.write(
      'docs/SPECS.json',
      JSON.stringify({
        specs_schema_version: 1,
        specs: { files: ['../rules/**/*.md', '{../libs,../apps}/*/specs/*.md'] },
      }),
    );
    directory.write('rules/deep/a.md', '# A\n');
    directory.write('libs/web/specs/b.md', '# B\n');
    directory.write('libs/api/README.md', '# No spec\n');
    expect(await edges()).toEqual(['docs -> rules', 'docs -> web']);
  });

  it('lead from a test to the spec whose requirement it proves, and from code to none', async () => {
    directory.write(
      'docs/SPECS.json',
      JSON.stringify({ specs_schema_version: 1, specs: { files: ['../rules/**/*.md'] } }),
    );
    directory.write('rules/a.md', '# A\n');
    const links = {
      code: [{ file: '../libs/web/src/a.ts', name: 'a' }],
      test: [{ file: '../libs/api/src/a.spec.ts', name: 'holds' }],
    };
    const requirements = { 'A-100': { source: '../rules/a.md#a', links } };
    directory.write('docs/requirements/trace.json', JSON.stringify({ schema_version: 1, requirements }));
    expect(await edges()).toEqual(['docs -> rules', 'api -> rules']);
  });

  it('close no circle: Nx would run no ^build over it', async () => {
    directory.write(
      'docs/SPECS.json',
      JSON.stringify({ specs_schema_version: 1, specs: { files: ['a.md', '../libs/api/specs/*.md'] } }),
    );
    directory.write('docs/a.md', '# A\n');
    directory.write('libs/api/specs/b.md', '# B\n');
    const links = {
      test: [
        { file: '../libs/api/src/a.spec.ts', name: 'holds' },
        { file: '../libs/web/src/a.spec.ts', name: 'holds' },
      ],
    };
    const requirements = { 'A-100': { source: 'a.md#a', links } };
    directory.write('docs/requirements/trace.json', JSON.stringify({ schema_version: 1, requirements }));
    expect(await edges()).toEqual(['docs -> api', 'web -> docs']);
  });

  it.each(['{', '[]', '{"requirements":3}'])('are none for a trace that is %s', async (text) => {
    directory.write('docs/SPECS.json', '{"specs_schema_version":1}');
    directory.write('docs/requirements/trace.json', text);
    expect(await edges()).toEqual([]);
  });
});
