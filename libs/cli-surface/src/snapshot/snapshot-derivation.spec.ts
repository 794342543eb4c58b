import { snapshotDerivation } from './snapshot-derivation';
import {
  BINARY,
  command,
  demoManifest,
  demoPorts,
  failureFindings,
  LINUX,
  paths,
  take,
  takeOne,
} from './testing/fake-root';
import type { FakeTool } from './testing/fake-tool';

const DEMO: FakeTool = {
  name: 'demo',
  version: '1.2.3',
  about: 'Demo tool',
  args: '[PROMPT]',
  flags: ['-m, --model <MODEL>', '--json'],
  commands: {
    run: { about: 'Run it', aliases: ['r'], flags: ['--fast'], commands: { again: { flags: ['--json'] } } },
    list: { args: '<NAME>...' },
  },
};
const FILE = `snapshots/1.2.3/${LINUX}.json`;

describe('snapshotDerivation', () => {
  it('writes the whole tree of the executable it finds [FP-SNAP-001]', async () => {
    const { artifacts, snapshots, findings } = await take(demoPorts(DEMO));
    expect(artifacts.map(({ path }) => path)).toEqual([FILE]);
    const snapshot = snapshots[0];
    expect(snapshot).toMatchObject({
      snapshot_schema_version: 1,
      tool: 'demo-cli',
      collected_at: '2024-01-01T00:00:00Z',
      binary: {
        size_bytes: 128,
        platform: { os: 'linux', arch: 'x86_64' },
        target_triple: LINUX,
        version_output: 'demo 1.2.3',
        semantic_version: '1.2.3',
        channel: 'stable',
      },
      generator: { name: '@fixpoint/cli-surface' },
      probe: { dialect: 'clap', help_form: 'flag', columns: 100, pages: 4, failures: [], flag_probe: 'off' },
    });
    expect(snapshot && paths(snapshot)).toEqual(['', 'list', 'run', 'run again']);
    expect(snapshot && command(snapshot, 'run')).toMatchObject({ aliases: ['r'], about: 'Run it' });
    expect(findings).toEqual([]);
  });

  it('records which page each command came from', async () => {
    const { captures, snapshots } = await take(demoPorts(DEMO));
    expect(captures.map(({ path }) => path).sort()).toEqual([
      `raw_help/1.2.3/${LINUX}/commands/list/help.txt`,
      `raw_help/1.2.3/${LINUX}/commands/run/again/help.txt`,
      `raw_help/1.2.3/${LINUX}/commands/run/help.txt`,
      `raw_help/1.2.3/${LINUX}/help.txt`,
    ]);
    expect(captures[0]?.text).toContain('Usage: demo [OPTIONS] [PROMPT] <COMMAND>');
    const digests = snapshots[0]?.commands.map(({ help_sha256: digest }) => digest);
    expect(new Set(digests).size).toBe(4);
    expect(digests).toEqual(Array(4).fill(expect.stringMatching(/^[0-9a-f]{64}$/)));
  });

  it('gives every child an environment, a home and a working directory of its own and nothing else [FP-DET-003]', async () => {
    const ports = demoPorts(DEMO, {
      env: { SECRET: 'x', HOME: '/home/me' },
      commands: { node: '/opt/node/bin/node' },
    });
    await take(ports, demoManifest({ tool: { env: { DEMO_OFFLINE: '1' } } }));
    const homes = ports.requests.map(({ env }) => env['HOME']);
    expect(new Set(homes).size).toBe(ports.requests.length);
    expect(new Set(ports.requests.map(({ cwd }) => cwd)).size).toBe(ports.requests.length);
    expect(ports.openScratch.size).toBe(0);
    expect(ports.requests[0]?.env).toEqual({
      ...{ COLUMNS: '100', NO_COLOR: '1', CLICOLOR: '0', TERM: 'dumb' },
      ...{ LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC', DEMO_OFFLINE: '1' },
      PATH: '/usr/local/bin:/usr/bin:/bin:/opt/node/bin',
      ...Object.fromEntries(
        [
          ['HOME', ''],
          ['USERPROFILE', ''],
          ['APPDATA', '/AppData/Roaming'],
          ['LOCALAPPDATA', '/AppData/Local'],
          ['XDG_CONFIG_HOME', '/.config'],
          ['XDG_CACHE_HOME', '/.cache'],
          ['XDG_DATA_HOME', '/.local/share'],
          ['XDG_STATE_HOME', '/.local/state'],
        ].map(([name, below]) => [name, `${homes[0]}${below}`]),
      ),
      ...Object.fromEntries(
        ['TMPDIR', 'TEMP', 'TMP'].map((name) => [name, homes[0]?.replace('/scratch/', '/scratch/./')]),
      ),
    });
  });

  it('asks with <path> --help, and with help <path> only where the configuration says so', async () => {
    const asked = async (helpForm: 'flag' | 'subcommand') => {
      const ports = demoPorts(DEMO, {
        processes: ({ args }) =>
          args[0] === '--version' ? 'demo 1.2.3\n' : 'Usage: demo [COMMAND]\n\nCommands:\n  run  Run it\n',
      });
      await take(ports, demoManifest({ tool: { helpForm } }));
      return ports.requests.map(({ args }) => args.join(' '));
    };
    expect(await asked('flag')).toEqual(['--version', '--help', 'run --help']);
    expect(await asked('subcommand')).toEqual(['--version', '--help', 'help run']);
  });

  it('keeps what depends on the machine out of pages [FP-DET-004]', async () => {
    const text = (home = '', tmp = '') =>
      `Usage: ${BINARY} [OPTIONS]\n\nOptions:\n  --home <DIR>  Home [default: ${home}/.demo]\n  --tmp <DIR>  Temporary [default: ${tmp}/x]\n`;
    const ports = demoPorts(DEMO, {
      processes: ({ args, env }) =>
        args[0] === '--version' ? 'demo 1.2.3\n' : text(env['HOME'], env['TMPDIR']),
    });
    const { captures } = await take(ports);
    expect(captures.map((capture) => capture.text)).toEqual([
      'Usage: demo [OPTIONS]\n\nOptions:\n  --home <DIR>  Home [default: ~/.demo]\n  --tmp <DIR>  Temporary [default: /tmp/x]\n',
    ]);
  });

  describe('time', () => {
    const later = { now: '2030-05-05T05:05:05Z' };

    it('stays that of the committed snapshot while nothing else changes [FP-DET-005]', async () => {
      const first = await take(demoPorts(DEMO));
      const text = first.artifacts[0]?.text ?? '';
      const same = await take(demoPorts(DEMO, { ...later, files: { [FILE]: text } }));
      expect(same.artifacts[0]?.text).toBe(text);
      const changed = { ...DEMO, flags: [] };
      expect(await takeOne(demoPorts(changed, { ...later, files: { [FILE]: text } }))).toMatchObject({
        collected_at: later.now,
      });
    });

    it('is no difference in a run that only compares', async () => {
      const { artifacts } = await take(demoPorts(DEMO));
      const files = { [FILE]: artifacts[0]?.text.replace('--json', '--yaml') ?? '' };
      const compared = await takeOne(demoPorts(DEMO, { ...later, files }), demoManifest(), { check: true });
      expect(compared.collected_at).toBe('2024-01-01T00:00:00Z');
    });

    it('is that of SOURCE_DATE_EPOCH when it is set', async () => {
      const { artifacts } = await take(demoPorts(DEMO));
      const pinned = demoPorts(DEMO, {
        ...later,
        env: { SOURCE_DATE_EPOCH: '86400' },
        files: { [FILE]: artifacts[0]?.text ?? '' },
      });
      expect(await takeOne(pinned)).toMatchObject({ collected_at: '1970-01-02T00:00:00Z' });
    });
  });

  it('owns the snapshots of its targets and lets none of them be an orphan', async () => {
    const manifest = demoManifest();
    expect(snapshotDerivation.owns(manifest, { check: false })).toEqual([
      `snapshots/*/${LINUX}.json`,
      'snapshots/*/aarch64-apple-darwin.json',
    ]);
    expect(snapshotDerivation.owns(manifest, { check: false, version: '1.0.0', target: LINUX })).toEqual([
      `snapshots/1.0.0/${LINUX}.json`,
    ]);
    expect(snapshotDerivation.keeps?.({ measured: [] }, manifest, `snapshots/1.0.0/${LINUX}.json`)).toBe(
      true,
    );
  });

  it('says what failed and goes on, except for the page of the tool itself [FP-SNAP-003]', async () => {
    const broken: FakeTool = {
      ...DEMO,
      commands: {
        crash: { answer: { status: 'signalled', signal: 'SIGSEGV' } },
        hang: { answer: { status: 'timeout' } },
        huge: { answer: { stdout: 'x'.repeat(200_000) } },
        odd: { answer: { exitCode: 3, stderr: 'error: no' } },
        prose: { answer: { stdout: 'Nothing to see here.\n' } },
        silent: { answer: { stdout: ' \n' } },
        well: { flags: ['--ok'] },
      },
    };
    const { snapshots, findings } = await take(demoPorts(broken));
    expect(snapshots[0]?.probe?.failures).toEqual([
      { path: ['crash'], kind: 'signal', detail: 'ended by SIGSEGV' },
      { path: ['hang'], kind: 'timeout', detail: 'no answer after 1000 ms' },
      { path: ['huge'], kind: 'too-large', detail: 'more than 100000 bytes' },
      { path: ['odd'], kind: 'exit', detail: 'exit code 3' },
      { path: ['prose'], kind: 'no-help', detail: 'what it printed is not a help page' },
      { path: ['silent'], kind: 'no-help', detail: 'printed nothing' },
    ]);
    expect(snapshots[0] && command(snapshots[0], 'hang')).toEqual({ path: ['hang'], about: 'Do hang' });
    expect(snapshots[0] && command(snapshots[0], 'well')?.flags).toHaveLength(2);
    expect(findings.map(({ id, path, severity }) => [id, path, severity])).toEqual(
      ['crash', 'hang', 'huge', 'odd', 'prose', 'silent'].map((name) => [
        'snapshot/page-failed',
        name,
        'warning',
      ]),
    );
  });

  it.each([
    ['hangs', { status: 'timeout' }, 'no answer after 1000 ms'],
    ['exits non-zero', { exitCode: 1, stdout: 'Usage: demo [OPTIONS]\n' }, 'exit code 1'],
    ['prints too much', { stdout: 'x'.repeat(200_000) }, 'more than 100000 bytes'],
    ['prints nothing', {}, 'printed nothing'],
  ] as const)('fails when the tool itself %s on --help [FP-SNAP-004]', async (_, answer, detail) => {
    const failed = await failureFindings(demoPorts({ ...DEMO, answer }));
    expect(failed).toMatchObject({
      outcome: 'environment',
      findings: [
        { id: 'snapshot/root-page-failed', file: FILE, message: expect.stringContaining(detail) as string },
      ],
    });
  });

  it('reads help from standard error when nothing is on standard output', async () => {
    const stderr = 'Usage: demo [OPTIONS]\n\nOptions:\n  --json  Print JSON\n';
    const snapshot = await takeOne(demoPorts({ ...DEMO, answer: { stdout: '\n', stderr } }));
    expect(snapshot.commands[0]?.flags).toMatchObject([{ long: '--json' }]);
  });

  it('mends pages that are not UTF-8 or carry terminal sequences, and says so', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Usage: demo [OPTIONS]\n\nOptions:\n  \u001b[1m--json\u001b[0m  Print '),
      Buffer.from([0xff, 0xfe, 0x0a]),
    ]);
    const { snapshots, findings } = await take(demoPorts({ ...DEMO, answer: { stdout: bytes } }));
    expect(snapshots[0]?.commands[0]?.flags).toMatchObject([
      { long: '--json', description: 'Print \ufffd\ufffd' },
    ]);
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['snapshot/page-not-utf8', 'warning'],
      ['snapshot/page-with-ansi', 'note'],
    ]);
  });

  it('shows progress', async () => {
    const ports = demoPorts(DEMO);
    await take(ports);
    expect(ports.updates.at(-1)).toBe(`snapshot ${LINUX} 5/5`);
  });
});
