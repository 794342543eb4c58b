import { snapshotFromCannedCli, type CannedCli, type CannedOptions } from './canned-cli';
import { referenceTool } from './reference-tool';
import { referenceSnapshot } from './reference-snapshot';

const binary = {
  sha256: 'ab',
  size_bytes: 7,
  platform: { os: 'linux', arch: 'x86_64' },
  target_triple: 't-linux',
  collected_at: '2026-01-31T20:14:43.5Z',
};
const grouped = referenceTool({ tool: 'tool-cli', program: 'tool', helpForm: 'subcommand' });
const plain = referenceTool({ tool: 'other-cli', program: 'tool', helpForm: 'flag' });
const root = 'Tool\n\nUsage: tool [OPTIONS]\n\nCommands:\n  a  Text\n';
const cli: CannedCli = {
  pages: {
    '--version': 'tool 1.2.3\n',
    'features list': 'zed under development true\nnew beta false\nbase stable true\n',
    '--help': root,
    'help a': 'Usage: tool a\n\nOptions:\n  -x\n',
    'help added': 'Usage: tool added\n',
  },
  enabled_pages: {
    new: {
      '--help': `${root}  added  Text\n`,
      'help a': 'Usage: tool a <ARG>\n\nOptions:\n  -x <V>\n  --more\n',
    },
  },
};

async function snapshot(recorded: CannedCli, options: CannedOptions) {
  const result = await snapshotFromCannedCli(recorded, binary, options);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.value;
}

const findings = async (recorded: CannedCli, options: Partial<CannedOptions> = {}) => {
  const result = await snapshotFromCannedCli(recorded, binary, { tool: grouped, ...options });
  return result.ok ? [] : result.findings;
};

it('writes the record with its keys in order, both passes merged', async () => {
  const { snapshot: record } = await snapshot(cli, {
    tool: grouped,
    supplement: { version: 1, commands: [{ path: ['b'], note: 'hidden' }] },
  });
  expect(JSON.stringify(record)).toBe(
    JSON.stringify({
      snapshot_schema_version: 1,
      tool: 'tool-cli',
      collected_at: '2026-01-31T20:14:43.5Z',
      binary: {
        sha256: 'ab',
        size_bytes: 7,
        platform: { os: 'linux', arch: 'x86_64' },
        target_triple: 't-linux',
        version_output: 'tool 1.2.3',
        semantic_version: '1.2.3',
        channel: 'stable',
      },
      commands: [
        { path: [], usage: 'tool [OPTIONS]' },
        {
          path: ['a'],
          usage: 'tool a',
          args: [{ name: 'ARG', required: true, variadic: false, note: 'inferred from usage' }],
          flags: [
            { long: '--more', takes_value: false },
            { short: '-x', takes_value: true, value_name: 'V' },
          ],
        },
        { path: ['added'], usage: 'tool added' },
        { path: ['b'] },
      ],
      features: {
        commands_added_when_all_enabled: [['added']],
        enabled_for_snapshot: ['base', 'new'],
        listed: [
          { effective: true, name: 'base', stage: 'stable' },
          { effective: false, name: 'new', stage: 'beta' },
        ],
        mode: 'default_plus_all_enabled',
      },
      known_omissions: ['supplement/commands.json:v1:b'],
    }),
  );
});

describe('features', () => {
  const listing = (page: CannedCli['pages'][string]): CannedCli => ({
    pages: { ...cli.pages, 'features list': page },
  });

  it('that are listed are enabled all at once, in name order', async () => {
    const calls: string[] = [];
    await referenceSnapshot({
      tool: grouped,
      command: 'tool',
      binary,
      collectedAt: binary.collected_at,
      run: (args) => {
        calls.push(args.join(' '));
        const stdout = args[0] === 'features' ? 'b removed false\na stable true\n' : 'Usage: tool 1.2.3';
        return Promise.resolve({ status: 'exited', exitCode: 0, stdout, stderr: '' });
      },
    });
    expect(calls).toEqual(['--version', 'features list', '--help', '--enable a --enable b --help']);
  });

  it('that are none leave an empty list and no second pass', async () => {
    const { features } = (await snapshot(listing('none\n'), { tool: grouped })).snapshot;
    expect(JSON.stringify(features)).toBe('{"listed":[],"mode":"default_plus_all_enabled"}');
  });

  it('that cannot be listed leave the error', async () => {
    const page = { exit: 1, stdout: 'out\n', stderr: 'nope\n' };
    const { snapshot: record } = await snapshot(listing(page), { tool: grouped, command: '/opt/tool' });
    expect(JSON.stringify(record.features)).toBe(
      JSON.stringify({
        mode: 'default_plus_all_enabled',
        probe_error: '/opt/tool features list (exit 1)\nstdout:\nout\n\nstderr:\nnope',
      }),
    );
    const late = await snapshot(listing({ status: 'not-started' }), { tool: grouped });
    expect(late.snapshot.features?.probe_error).toBe('spawn failed: unknown reason');
  });

  it('that a tool refuses end the snapshot', async () => {
    const refusing = {
      ...cli,
      enabled_pages: { base: { '--help': { exit: 2, stderr: 'unknown feature' } } },
    };
    expect(await findings(refusing)).toMatchObject([
      {
        id: 'snapshot/help-failed',
        path: '--help',
        message: 'tool --help with every listed feature enabled ended with exit code 2',
        actual: 'unknown feature',
        fix: expect.stringContaining('the feature that is refused') as string,
      },
    ]);
  });

  it('decide which pass is captured', async () => {
    const both = await snapshot(cli, { tool: grouped });
    expect(both.captures.map(({ path }) => path)).toEqual([
      'help.txt',
      'commands/a/help.txt',
      'commands/added/help.txt',
    ]);
    expect(both.captures[0]?.text).toContain('added');
    const one = await snapshot(listing({ exit: 1 }), { tool: grouped });
    expect(one.captures.map(({ text }) => text)).toEqual([root, cli.pages['help a']]);
  });
});

it('has neither features nor channel in the flag form; omissions come before supplements', async () => {
  const recorded: CannedCli = {
    pages: { '--version': '1.2.3 (Tool)', '--help': 'Commands:\n  z  Text\n  b  Text\n' },
  };
  const supplement = { version: 1 as const, commands: [{ path: ['a'], note: '' }] };
  const { snapshot: record } = await snapshot(recorded, { tool: plain, supplement });
  expect(record).toEqual({
    snapshot_schema_version: 1,
    tool: 'other-cli',
    collected_at: binary.collected_at,
    binary: {
      sha256: 'ab',
      size_bytes: 7,
      platform: binary.platform,
      target_triple: 't-linux',
      version_output: '1.2.3 (Tool)',
      semantic_version: '1.2.3',
    },
    commands: [{ path: [], about: 'z  Text\nb  Text' }, { path: ['a'] }, { path: ['b'] }, { path: ['z'] }],
    known_omissions: [
      'help probe failed: tool b --help (exit 2)',
      'help probe failed: tool z --help (exit 2)',
      'supplement/commands.json:v1:a',
    ],
  });
});

describe('problems', () => {
  it('a version call that fails', async () => {
    const failing = { pages: { ...cli.pages, '--version': { exit: 1, stderr: 'broken' } } };
    expect(await findings(failing)).toMatchObject([
      {
        id: 'snapshot/version-failed',
        file: 'snapshots/unknown/t-linux.json',
        actual: 'broken',
      },
    ]);
  });

  it('pages that fail, each once though both passes ask for it', async () => {
    const failing = { ...cli, pages: { ...cli.pages, 'help a': { exit: 1, stderr: 'x'.repeat(2000) } } };
    const [first, ...others] = await findings({ ...failing, enabled_pages: {} });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ path: 'help a', message: 'tool help a ended with exit code 1' });
    expect(first?.actual).toHaveLength(601);
  });

  it('a version other than the directory, or none', async () => {
    expect(await findings(cli, { version: '1.2.4' })).toMatchObject([
      {
        id: 'snapshot/version-mismatch',
        file: 'snapshots/1.2.4/t-linux.json',
        expected: '1.2.4',
        actual: '1.2.3',
      },
    ]);
    const nameless = { pages: { ...cli.pages, '--version': 'tool' } };
    expect(await findings(nameless, { version: '1.2.3' })).toMatchObject([
      { id: 'snapshot/version-mismatch', actual: 'none' },
    ]);
    expect(await findings(nameless)).toEqual([]);
  });

  it('a time that is none', async () => {
    const result = await snapshotFromCannedCli(cli, { ...binary, collected_at: 'now' }, { tool: grouped });
    expect(result.findings).toMatchObject([{ id: 'snapshot/collected-at-invalid', actual: 'now' }]);
  });
});
