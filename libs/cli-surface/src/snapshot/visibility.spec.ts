import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MemoryAnswer } from '@fixpoint/testkit';
import type { Manifest, Snapshot } from '@fixpoint/surface-formats';
import {
  command,
  demoManifest,
  demoPorts,
  LINUX,
  paths,
  take,
  takeOne,
  type ManifestParts,
} from './testing/fake-root';
import type { FakeTool } from './testing/fake-tool';

const COMPLETION = { completion: { args: ['completion', 'bash'], format: 'clap-bash' as const } };
const PROBE = { probeFlags: true };

const SECRETIVE: FakeTool = {
  name: 'demo',
  version: '2.0.0',
  hasCompletion: true,
  flags: ['--json', { spec: '--token <TOKEN>', hidden: true }],
  commands: {
    run: {
      aliases: ['r'],
      flags: [
        { spec: '--full', hidden: true },
        { spec: '-x', hidden: true },
      ],
    },
    internal: { hidden: true, flags: ['--visible', { spec: '--deep', hidden: true }], commands: { sub: {} } },
  },
};

function hidden(snapshot: Snapshot): string[] {
  return snapshot.commands.flatMap(({ path, hidden: isHidden, seen_in: seenIn, flags = [] }) => [
    ...(isHidden ? [`${path.join(' ')} (${seenIn?.join('+')})`] : []),
    ...flags
      .filter((flag) => flag.hidden)
      .map((flag) =>
        [
          ...path,
          flag.long ?? flag.short,
          `${flag.takes_value ? '<value> ' : ''}(${flag.seen_in?.join('+')})`,
        ].join(' '),
      ),
  ]);
}

/** A snapshot committed for an earlier version: what it shows is what the probe asks for. */
async function committed(tool: FakeTool): Promise<Record<string, string>> {
  const { artifacts } = await take(demoPorts(tool));
  return Object.fromEntries(artifacts.map(({ path, text }) => [path, text]));
}

describe('hidden surface', () => {
  it('is what the completion script lists and help does not', async () => {
    const snapshot = await takeOne(demoPorts(SECRETIVE), demoManifest({ tool: COMPLETION }));
    expect(hidden(snapshot)).toEqual([
      '--token <value> (completion)',
      'internal (completion)',
      'internal --deep (completion)',
      'internal sub (completion)',
      'run --full (completion)',
      'run -x (completion)',
    ]);
    expect(snapshot.probe).toMatchObject({
      completion: { format: 'clap-bash', status: 'used' },
      flag_probe: 'off',
    });
  });

  it('is confirmed by the probe, which never starts the tool', async () => {
    const ports = demoPorts(SECRETIVE);
    const snapshot = await takeOne(ports, demoManifest({ tool: { ...COMPLETION, ...PROBE } }));
    expect(hidden(snapshot)).toEqual([
      '--token <value> (completion+probe)',
      'internal (completion)',
      'internal --deep (completion+probe)',
      'internal sub (completion)',
      'run --full (completion+probe)',
      'run -x (completion+probe)',
    ]);
    expect(snapshot.probe?.flag_probe).toBe('calibrated');
    const last = ports.requests.map(({ args }) => args.at(-1));
    expect(new Set(last)).toEqual(new Set(['--version', '--help', 'bash']));
  });

  it('is what earlier versions showed and this one still accepts', async () => {
    const earlier: FakeTool = {
      ...{ name: 'demo', version: '1.0.0', flags: ['--token <TOKEN>', '--gone', '--gone-too <VALUE>'] },
      commands: { run: { flags: ['--full', '--gone'] }, internal: {}, removed: {} },
    };
    const ports = demoPorts(SECRETIVE, { files: await committed(earlier) });
    const snapshot = await takeOne(ports, demoManifest({ tool: PROBE }));
    expect(hidden(snapshot)).toEqual([
      '--token <value> (probe)',
      'internal (probe)',
      'internal sub (probe)',
      'run --full (probe)',
    ]);
    expect(snapshot.probe?.failures).toEqual([]);
    expect(paths(snapshot)).not.toContain('removed');
  });

  it('is not asked for with the words of a file that is no snapshot', async () => {
    const files = {
      [`snapshots/0.1.0/${LINUX}.json`]: '{ cut',
      [`snapshots/0.2.0/${LINUX}.json`]:
        '{"commands": [{"path": ["--rm"], "flags": [{"long": "no dash"}, 7]}, null]}',
    };
    const ports = demoPorts(SECRETIVE, { files });
    expect(hidden(await takeOne(ports, demoManifest({ tool: PROBE })))).toEqual([]);
    expect(ports.requests.map(({ args }) => args.join(' '))).toEqual([
      '--version',
      '--help',
      'run --help',
      '--fixpoint-no-such-flag --help',
    ]);
  });

  it('is not asked for where the tool accepts any flag', async () => {
    const files = await committed({ name: 'demo', version: '1.0.0', flags: ['--gone'] });
    const processes = ({ args }: { readonly args: readonly string[] }) =>
      args[0] === '--version' ? 'demo 2.0.0\n' : 'Usage: demo [OPTIONS]\n\nOptions:\n  --json  Print JSON\n';
    const { snapshots, findings } = await take(
      demoPorts(SECRETIVE, { files, processes }),
      demoManifest({ tool: PROBE }),
    );
    expect(snapshots[0] && hidden(snapshots[0])).toEqual([]);
    expect(snapshots[0]?.probe?.flag_probe).toBe('not-usable');
    expect(findings.map(({ id }) => id)).toEqual(['snapshot/flag-probe-not-usable']);
  });

  it('does not take a complaint of another kind for acceptance', async () => {
    const files = await committed({ name: 'demo', version: '1.0.0', flags: ['--gone'] });
    const processes = ({ args }: { readonly args: readonly string[] }): MemoryAnswer => {
      if (args[0] === '--version') return { stdout: 'demo 2.0.0\n' };
      const stderr = `warning: this is a warning\nerror: ${args[0]?.startsWith('--gone') ? '--gone was removed in 2.0' : `unknown flag ${args[0]}`}\n`;
      return args[0] === '--help' ? { stdout: 'Usage: demo [OPTIONS]\n' } : { exitCode: 2, stderr };
    };
    expect(
      hidden(await takeOne(demoPorts(SECRETIVE, { files, processes }), demoManifest({ tool: PROBE }))),
    ).toEqual([]);
  });

  it('stays unseen when the completion script cannot be read, which is said', async () => {
    const { snapshots, findings } = await take(
      demoPorts({ ...SECRETIVE, hasCompletion: false }),
      demoManifest({ tool: COMPLETION }),
    );
    expect(snapshots[0] && hidden(snapshots[0])).toEqual([]);
    expect(snapshots[0]?.probe?.completion).toEqual({
      format: 'clap-bash',
      status: 'failed',
      note: 'what it printed is not a completion script of this format',
    });
    expect(findings.map(({ id }) => id)).toEqual(['snapshot/completion-failed']);
  });

  it('has no flags of a command whose page failed', async () => {
    const tool: FakeTool = {
      ...SECRETIVE,
      commands: { run: { flags: ['--full'], answer: { exitCode: 1 } } },
    };
    const snapshot = await takeOne(demoPorts(tool), demoManifest({ tool: COMPLETION }));
    expect(command(snapshot, 'run')).toEqual({ path: ['run'], about: 'Do run' });
  });
});

// Recorded from the executables of @openai/codex, linux x64, with the tree cut down to `exec` and `login`.
describe('exec --full-auto of Codex', () => {
  const FIXTURES = join(__dirname, '../../fixtures/visibility/full-auto');

  async function record(version: string, tool: ManifestParts['tool'], files: Record<string, string> = {}) {
    const calls = JSON.parse(readFileSync(join(FIXTURES, `${version}.json`), 'utf8')) as Record<
      string,
      MemoryAnswer
    >;
    const ports = demoPorts(SECRETIVE, { files, processes: calls });
    const manifest: Manifest = demoManifest({ tool: { name: 'codex-cli', ...tool } });
    const { artifacts, snapshots } = await take(ports, manifest);
    return {
      snapshot: snapshots[0] as Snapshot,
      files: { [artifacts[0]?.path ?? '']: artifacts[0]?.text ?? '' },
    };
  }

  const fullAuto = (snapshot: Snapshot) =>
    snapshot.commands.flatMap(({ path, flags = [] }) =>
      flags
        .filter(({ long }) => long === '--full-auto')
        .map((flag) => [path.join(' '), flag.hidden === true, flag.seen_in]),
    );

  it('is visible in 0.125.0, hidden but accepted in 0.129.0, gone from 0.147.0', async () => {
    const both = { ...COMPLETION, ...PROBE };
    const { snapshot: visible, files } = await record('0.125.0', both);
    expect(fullAuto(visible)).toEqual(
      ['', 'exec', 'exec resume', 'exec review'].map((path) => [path, false, undefined]),
    );
    const accepted = ['exec', 'exec resume', 'exec review'];
    expect(fullAuto((await record('0.129.0', both, files)).snapshot)).toEqual(
      accepted.map((path) => [path, true, ['completion', 'probe']]),
    );
    expect(fullAuto((await record('0.147.0', both, files)).snapshot)).toEqual([]);
  });

  it('is found by the probe alone', async () => {
    const { files } = await record('0.125.0', PROBE);
    expect(fullAuto((await record('0.129.0', PROBE, files)).snapshot)).toEqual(
      ['exec', 'exec resume', 'exec review'].map((path) => [path, true, ['probe']]),
    );
    expect(fullAuto((await record('0.147.0', PROBE, files)).snapshot)).toEqual([]);
  });

  it('is found by the completion script alone', async () => {
    expect(fullAuto((await record('0.129.0', COMPLETION)).snapshot)).toEqual(
      ['exec', 'exec resume', 'exec review'].map((path) => [path, true, ['completion']]),
    );
  });
});
