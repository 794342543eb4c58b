import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createTempRepo, tempDirectory, type TempRepo } from '@fixpoint/testkit';
import { parse } from 'yaml';
import { ciWorkflows } from './ci-workflows';
import { OPTIONS } from './testing/options';

interface Workflow {
  readonly jobs: Record<
    string,
    { readonly steps: readonly { readonly name?: string; readonly run?: string }[] }
  >;
}

const ROOT = 'cli_manifests/other';
/** Notes how it was called; answers what the file beside it holds, and fails for the words in `refuse`. */
const STUB = `#!/bin/sh
here=$(dirname "$0")
name=$(basename "$0")
echo "$name $*" >> "$here/calls"
for word in $(cat "$here/refuse" 2> /dev/null); do case "$*" in *"$word"*) exit 1 ;; esac; done
cat "$here/$name.answer" 2> /dev/null || true
`;

/** The scripts of the workflows, run by bash as GitHub runs them; only the network and the product itself are stubs. */
describe('the steps of the workflows', () => {
  const directory = tempDirectory();
  let repo: TempRepo;

  beforeEach(() => {
    directory.write(`work/${ROOT}/RULES.json`, '{}');
    repo = createTempRepo(join(directory.path, 'work'));
    repo.commit('Start');
    spawnSync('git', ['init', '--quiet', '--bare', join(directory.path, 'remote.git')]);
    for (const name of ['gh', 'npx']) chmodSync(directory.write(`bin/${name}`, STUB), 0o755);
    directory.write('bin/gh.answer', '0\n');
  });

  function scriptOf(workflow: string, step: string): string {
    const file = ciWorkflows(OPTIONS).find(({ path }) => path.endsWith(`fixpoint-${workflow}.yml`));
    const { jobs } = parse(file?.text ?? '') as Workflow;
    const found = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .find(({ name }) => name === step);
    if (found?.run === undefined) throw new Error(`${workflow} has no step ${step}`);
    return found.run;
  }

  function run(workflow: string, step: string, env: Readonly<Record<string, string>> = {}) {
    const at = (name: string): string => join(directory.path, name);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf(workflow, step)],
      {
        cwd: at('work'),
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${at('bin')}${delimiter}${process.env['PATH'] ?? ''}`,
          ROOT,
          VERSION: '1.2.3',
          TARGET: 'linux-x64',
          BASE: 'main',
          REMOTE: at('remote.git'),
          GH_TOKEN: 'secret',
          RUNNER_TEMP: at('runner'),
          GITHUB_OUTPUT: at('output'),
          GITHUB_STEP_SUMMARY: at('summary'),
          ...env,
        },
      },
    );
    const read = (name: string): string => (existsSync(at(name)) ? readFileSync(at(name), 'utf8') : '');
    return {
      status,
      text: stdout + stderr,
      calls: read('bin/calls'),
      output: read('output'),
      summary: read('summary'),
    };
  }

  it.each([
    ['1.2.3', 0],
    ['0.170.0-alpha.1+x', 0],
    ['1.2', 1],
    ['latest', 1],
    ['1.2.3; touch x', 1],
    ['1.2.3\n$(touch x)', 1],
  ])('take %j for a version or not', (version, status) => {
    expect(run('snapshot', 'Check the version', { VERSION: version }).status).toBe(status);
    expect(existsSync(join(directory.path, 'work/x'))).toBe(false);
  });

  it.each([
    ['Read the targets', 'fixpoint ci-matrix --root cli_manifests/other --format github'],
    ['Pin the assets of the version', 'fixpoint acquire --root cli_manifests/other --version 1.2.3 --pin'],
    [
      'Fetch and verify the executable',
      'fixpoint acquire --root cli_manifests/other --version 1.2.3 --target linux-x64',
    ],
    ['Make the snapshot', 'fixpoint snapshot --root cli_manifests/other --version 1.2.3 --target linux-x64'],
    ['Merge the snapshots', 'fixpoint union --root cli_manifests/other --version 1.2.3'],
    ['Write the coverage of the wrapper', 'fixpoint wrapper-coverage --root cli_manifests/other'],
    ['Report what is missing', 'fixpoint report --root cli_manifests/other --version 1.2.3'],
    ['Record the version', 'fixpoint version-metadata --root cli_manifests/other --version 1.2.3'],
    ['Compare the versions', 'fixpoint surface-diff --root cli_manifests/other'],
    ['Validate', 'fixpoint validate --root cli_manifests/other'],
  ])('%s calls the product, and fails when it fails', (step, call) => {
    expect(run('snapshot', step)).toMatchObject({ status: 0, calls: `npx ${call}\n` });
    directory.write('bin/refuse', 'fixpoint');
    expect(run('snapshot', step).status).not.toBe(0);
  });

  it('hand over what is there, below its own path', () => {
    directory.write(`work/${ROOT}/snapshots/1.2.3/linux-x64.json`, '{}');
    expect(run('snapshot', 'Hand the snapshot over').status).toBe(0);
    expect(directory.list().filter((path) => path.startsWith('runner/'))).toEqual([
      `runner/handover/${ROOT}/snapshots/1.2.3/linux-x64.json`,
    ]);
  });

  it('pass the list of versions on, with prereleases when they are wanted', () => {
    directory.write('bin/npx.answer', 'has_new=true\nnewest=1.2.3\n');
    const { output } = run('release-watch', 'Ask upstream for newer versions', { PRERELEASES: '' });
    expect(output).toBe('has_new=true\nnewest=1.2.3\n');
    expect(
      run('release-watch', 'Ask upstream for newer versions', { PRERELEASES: '--prereleases' }).calls,
    ).toBe(
      'npx fixpoint release-watch --root cli_manifests/other --format github\n' +
        'npx fixpoint release-watch --root cli_manifests/other --prereleases --format github\n',
    );
  });

  it('start the snapshot of a version once', () => {
    const start = (): string =>
      run('release-watch', 'Start the snapshot of the newest version', { REF: 'main' }).calls;
    expect(start()).toContain(
      'gh workflow run fixpoint-snapshot.yml --ref main --field root=cli_manifests/other --field version=1.2.3',
    );
    directory.write('bin/gh.answer', '1\n');
    directory.write('bin/calls', '');
    expect(start()).not.toContain('workflow run');
  });

  describe('that propose the change', () => {
    const propose = (env: Readonly<Record<string, string>> = {}) =>
      run('snapshot', 'Open a pull request', env);
    const BRANCH = 'fixpoint/cli_manifests-other-1.2.3';
    const derived = () => directory.write(`work/${ROOT}/snapshots/1.2.3/union.json`, '{}');

    it('push a branch and open a pull request', () => {
      derived();
      const { status, calls } = propose();
      expect(status).toBe(0);
      expect(calls).toContain(
        `gh pr create --base main --head ${BRANCH} --title Add 1.2.3 to cli_manifests/other`,
      );
      const pushed = spawnSync('git', ['ls-tree', '-r', '--name-only', BRANCH], {
        cwd: join(directory.path, 'remote.git'),
        encoding: 'utf8',
      });
      expect(pushed.stdout).toContain(`${ROOT}/snapshots/1.2.3/union.json`);
    });

    it('open none when nothing changed, and a second one never', () => {
      expect(propose()).toMatchObject({ status: 0, calls: '' });
      repo.git('switch', '--quiet', '-');
      repo.git('branch', '--quiet', '-D', BRANCH);
      derived();
      directory.write('bin/gh.answer', '1\n');
      const { status, calls, text } = propose();
      expect([status, calls.includes('pr create'), text.includes('brought up to date')]).toEqual([
        0,
        false,
        true,
      ]);
    });

    it.each([
      ['there is no token', { GH_TOKEN: '' }, ''],
      ['the token may not push', { REMOTE: '/nowhere.git' }, ''],
      ['the token may not open one', {}, 'create'],
    ])('say what to do when %s, and do not fail', (reason, env, refuse) => {
      derived();
      directory.write('bin/refuse', refuse);
      const { status, text, summary } = propose(env);
      expect(status).toBe(0);
      expect(text).toContain(`::warning::No pull request: ${reason}`);
      expect(summary).toContain('allow GitHub Actions to create them (Settings, Actions, General)');
      expect(summary).toContain('fixpoint-bundle');
    });
  });

  describe('that validate', () => {
    const ROOTS = `${ROOT}\nlibs/tool/cli_manifest\n`;

    it('do so as soon as there are committed artifacts', () => {
      expect(run('validate', 'Look for committed artifacts', { ROOTS })).toMatchObject({
        status: 0,
        output: 'count=0\n',
        text: expect.stringContaining('nothing is validated') as string,
      });
      directory.write(`work/${ROOT}/snapshots/1.2.3/union.json`, '{}');
      repo.commit('Derive');
      expect(run('validate', 'Look for committed artifacts', { ROOTS }).output).toBe('count=0\ncount=1\n');
    });

    it('look at what is affected, or at everything without a base', () => {
      const base = repo.git('rev-parse', 'HEAD').trim();
      expect(run('validate', 'Validate what is affected', { BASE: base }).calls).toBe(
        `npx nx affected -t validate --base=${base} --head=HEAD\n`,
      );
      directory.write('bin/calls', '');
      expect(run('validate', 'Validate what is affected', { BASE: '0'.repeat(40) }).calls).toBe(
        'npx nx run-many -t validate\n',
      );
      directory.write('bin/refuse', 'validate');
      expect(run('validate', 'Validate what is affected', { BASE: base }).status).not.toBe(0);
    });
  });
});
