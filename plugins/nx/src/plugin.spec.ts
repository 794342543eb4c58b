import { createNodes, createNodesV2 } from './plugin';
import { infer } from './testing/infer';

const DEMO = 'cli_manifests/demo/RULES.json';
const INSIDE = 'libs/tool/cli_manifest/RULES.json';

describe('inference', () => {
  it('gives a folder of cli_manifests a project with all targets', async () => {
    const inferred = JSON.stringify(await infer([DEMO]), (key, value) =>
      key === 'metadata' ? undefined : key === 'pluginVersion' ? '<version>' : value,
    );
    expect(JSON.parse(inferred)).toMatchInlineSnapshot(`
      {
        "cli_manifests/demo": {
          "name": "demo",
          "targets": {
            "promote": {
              "cache": false,
              "executor": "@fixpoint/nx:promote",
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
            },
            "report": {
              "cache": true,
              "dependsOn": [
                "union",
                "wrapper-coverage",
              ],
              "executor": "@fixpoint/nx:report",
              "inputs": [
                "{projectRoot}/**/*",
                "!{projectRoot}/**/README.md",
                "^default",
                "!{projectRoot}/snapshots/**/*",
                "!{projectRoot}/raw_help/**/*",
                "!{projectRoot}/wrapper_coverage.json",
                "!{projectRoot}/diffs/*.json",
                "!{projectRoot}/history.json",
                "!{projectRoot}/history.md",
                "!{projectRoot}/versions/**/*",
                "!{projectRoot}/validations/**/*",
                "!{projectRoot}/pointers/**/*",
                "!{projectRoot}/current.json",
                "!{projectRoot}/latest_validated.txt",
                "!{projectRoot}/min_supported.txt",
                {
                  "dependentTasksOutputFiles": "**/*.json",
                },
                {
                  "env": "SOURCE_DATE_EPOCH",
                },
                "{workspaceRoot}/libs/*/src/**/*.ts",
                "{workspaceRoot}/plugins/nx/src/**/*.ts",
                "!{workspaceRoot}/**/*.spec.ts",
              ],
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
              "outputs": [
                "{projectRoot}/reports/*/coverage.*.json",
                "{projectRoot}/reports/*/work-queue.md",
                "{projectRoot}/wrapper_evidence.json",
              ],
            },
            "retain": {
              "cache": false,
              "executor": "@fixpoint/nx:retain",
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
            },
            "snapshot": {
              "cache": true,
              "dependsOn": [
                "wrapper-coverage",
              ],
              "executor": "@fixpoint/nx:snapshot",
              "inputs": [
                "{projectRoot}/**/*.json",
                "{projectRoot}/raw_help/**/*",
                "!{projectRoot}/snapshots/*/union.json",
                "!{projectRoot}/reports/**/*",
                "!{projectRoot}/wrapper_coverage.json",
                "!{projectRoot}/wrapper_evidence.json",
                "!{projectRoot}/diffs/*.json",
                "!{projectRoot}/history.json",
                "!{projectRoot}/history.md",
                "!{projectRoot}/versions/**/*",
                "!{projectRoot}/validations/**/*",
                "!{projectRoot}/pointers/**/*",
                "!{projectRoot}/current.json",
                "!{projectRoot}/latest_validated.txt",
                "!{projectRoot}/min_supported.txt",
                {
                  "dependentTasksOutputFiles": "**/wrapper_coverage.json",
                },
                {
                  "runtime": "node apps/cli/bin/fixpoint.cjs fingerprint --root "cli_manifests/demo"",
                },
                {
                  "env": "SOURCE_DATE_EPOCH",
                },
                "{workspaceRoot}/libs/*/src/**/*.ts",
                "{workspaceRoot}/plugins/nx/src/**/*.ts",
                "!{workspaceRoot}/**/*.spec.ts",
              ],
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
              "outputs": [
                "{projectRoot}/snapshots/*/!(union).json",
                "{projectRoot}/raw_help/**/*",
              ],
            },
            "snapshot-verify": {
              "cache": false,
              "executor": "@fixpoint/nx:snapshot-verify",
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
            },
            "surface-diff": {
              "cache": true,
              "dependsOn": [
                "union",
                "wrapper-coverage",
                "report",
              ],
              "executor": "@fixpoint/nx:surface-diff",
              "inputs": [
                "{projectRoot}/RULES.json",
                "{projectRoot}/diffs/*.json",
                "{projectRoot}/history.json",
                "{projectRoot}/history.md",
                {
                  "dependentTasksOutputFiles": "**/*.json",
                },
                "{workspaceRoot}/libs/*/src/**/*.ts",
                "{workspaceRoot}/plugins/nx/src/**/*.ts",
                "!{workspaceRoot}/**/*.spec.ts",
              ],
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
              "outputs": [
                "{projectRoot}/diffs/*.json",
                "{projectRoot}/history.json",
                "{projectRoot}/history.md",
              ],
            },
            "union": {
              "cache": true,
              "dependsOn": [
                "snapshot",
              ],
              "executor": "@fixpoint/nx:union",
              "inputs": [
                "{projectRoot}/RULES.json",
                "{projectRoot}/snapshots/*/union.json",
                {
                  "dependentTasksOutputFiles": "**/*",
                },
                {
                  "env": "SOURCE_DATE_EPOCH",
                },
                "{workspaceRoot}/libs/*/src/**/*.ts",
                "{workspaceRoot}/plugins/nx/src/**/*.ts",
                "!{workspaceRoot}/**/*.spec.ts",
              ],
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
              "outputs": [
                "{projectRoot}/snapshots/*/union.json",
              ],
            },
            "validate": {
              "cache": true,
              "executor": "@fixpoint/nx:validate",
              "inputs": [
                "{projectRoot}/**/*",
                "!{projectRoot}/**/README.md",
                "^default",
                "{workspaceRoot}/libs/*/src/**/*.ts",
                "{workspaceRoot}/plugins/nx/src/**/*.ts",
                "!{workspaceRoot}/**/*.spec.ts",
              ],
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
              "outputs": [],
            },
            "version-metadata": {
              "cache": true,
              "dependsOn": [
                "union",
                "wrapper-coverage",
                "report",
              ],
              "executor": "@fixpoint/nx:version-metadata",
              "inputs": [
                "{projectRoot}/RULES.json",
                "{projectRoot}/versions/*.json",
                "{projectRoot}/validations/**/*",
                {
                  "dependentTasksOutputFiles": "**/*.json",
                },
                {
                  "env": "SOURCE_DATE_EPOCH",
                },
                "{workspaceRoot}/libs/*/src/**/*.ts",
                "{workspaceRoot}/plugins/nx/src/**/*.ts",
                "!{workspaceRoot}/**/*.spec.ts",
              ],
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
              "outputs": [
                "{projectRoot}/versions/*.json",
              ],
            },
            "wrapper-coverage": {
              "cache": true,
              "executor": "@fixpoint/nx:wrapper-coverage",
              "inputs": [
                "{projectRoot}/**/*",
                "!{projectRoot}/**/README.md",
                "^default",
                "!{projectRoot}/snapshots/**/*",
                "!{projectRoot}/raw_help/**/*",
                "!{projectRoot}/reports/**/*",
                "!{projectRoot}/wrapper_evidence.json",
                "!{projectRoot}/diffs/*.json",
                "!{projectRoot}/history.json",
                "!{projectRoot}/history.md",
                "!{projectRoot}/versions/**/*",
                "!{projectRoot}/validations/**/*",
                "!{projectRoot}/pointers/**/*",
                "!{projectRoot}/current.json",
                "!{projectRoot}/latest_validated.txt",
                "!{projectRoot}/min_supported.txt",
                {
                  "env": "SOURCE_DATE_EPOCH",
                },
                "{workspaceRoot}/libs/*/src/**/*.ts",
                "{workspaceRoot}/plugins/nx/src/**/*.ts",
                "!{workspaceRoot}/**/*.spec.ts",
              ],
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
              "outputs": [
                "{projectRoot}/wrapper_coverage.json",
              ],
            },
            "wrapper-validate": {
              "cache": false,
              "executor": "@fixpoint/nx:wrapper-validate",
              "options": {
                "pluginVersion": "<version>",
                "root": "cli_manifests/demo",
              },
            },
          },
        },
      }
    `);
  });

  it('infers for several markers at once, also below one another, each under its own project (trap 15)', async () => {
    const files = [DEMO, 'cli_manifests/other/RULES.json', INSIDE, 'libs/tool/inner/cli_manifest/RULES.json'];
    const projects = await infer(files);
    expect(
      Object.entries(projects).map(([at, { name, targets }]) => [at, name, targets?.['union']?.options.root]),
    ).toEqual([
      ['cli_manifests/demo', 'demo', 'cli_manifests/demo'],
      ['cli_manifests/other', 'other', 'cli_manifests/other'],
      ['libs/tool', 'tool', 'libs/tool/cli_manifest'],
      ['libs/tool/inner', 'inner', 'libs/tool/inner/cli_manifest'],
    ]);
  });

  it('names every project, because a marker may be all there is (trap 7)', async () => {
    expect(Object.values(await infer([DEMO, INSIDE])).map(({ name }) => name)).toEqual(['demo', 'tool']);
  });

  it('reads no marker, so that a broken or missing one leaves other commands working (trap 8) [FP-NX-001]', async () => {
    // The files of these tests do not exist at all.
    expect(Object.keys(await infer([DEMO, INSIDE]))).toEqual(['cli_manifests/demo', 'libs/tool']);
  });

  it('gives the same targets for the same paths, in the order of the files, whatever came before (trap 3)', async () => {
    const first = JSON.stringify(await infer([DEMO, INSIDE]));
    await infer([DEMO], { unionTargetName: 'merge' });
    expect(JSON.stringify(await infer([DEMO, INSIDE]))).toBe(first);
    expect(first).not.toContain(process.cwd());
  });

  it('is the same function for Nx 22', () => {
    expect(createNodesV2).toBe(createNodes);
  });
});

describe('options', () => {
  it('rename targets, and what depends on them [FP-NX-003]', async () => {
    const { 'cli_manifests/demo': project } = await infer([DEMO], {
      unionTargetName: 'merge',
      validateTargetName: 'check',
    });
    expect(Object.keys(project?.targets ?? {})).toEqual([
      'snapshot',
      'merge',
      'wrapper-coverage',
      'report',
      'surface-diff',
      'wrapper-validate',
      'version-metadata',
      'promote',
      'retain',
      'check',
      'snapshot-verify',
    ]);
    expect(project?.targets?.['report']?.dependsOn).toEqual(['merge', 'wrapper-coverage']);
    expect(project?.targets?.['merge']?.executor).toBe('@fixpoint/nx:union');
  });

  it('name the places of markers, and places that hold none', async () => {
    const files = [DEMO, 'tools/x/RULES.json', 'tools/x/fixtures/y/RULES.json', '.hidden/RULES.json'];
    expect(Object.keys(await infer(files))).toEqual(['cli_manifests/demo']);
    const manifests = ['tools/**/RULES.json', '.*/RULES.json', '!**/fixtures/**'];
    expect(Object.keys(await infer(files, { manifests }))).toEqual(['tools/x', '.hidden']);
  });

  it('may be missing, as in a registration by name alone', async () => {
    expect(await infer([DEMO], undefined)).toEqual(await infer([DEMO], {}));
  });
});
