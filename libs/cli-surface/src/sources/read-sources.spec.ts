import type { Snapshot, SourceConfig } from '@fixpoint/surface-formats';
import { command, demoManifest, demoPorts, paths, take, takeOne } from '../snapshot/testing/fake-root';
import { cobraTool, type CobraCommand } from './testing/cobra-tool';

const NOBODY = { name: 'demo', version: '1.0.0' };
const COBRA: SourceConfig = { kind: 'cobra-complete', args: ['__complete'] };

const portsOf = (root: CobraCommand) => demoPorts(NOBODY, { processes: cobraTool(root) });
const manifestOf = (...sources: SourceConfig[]) => demoManifest({ tool: { sources } });
const snapshotOf = (root: CobraCommand): Promise<Snapshot> => takeOne(portsOf(root), manifestOf(COBRA));
const hiddenFlags = (snapshot: Snapshot): string[] =>
  snapshot.commands.flatMap(({ path, flags = [] }) =>
    flags.filter(({ hidden }) => hidden).map(({ long, short }) => [...path, long, short].join(' ').trim()),
  );

describe('the completion command of cobra', () => {
  it('agrees with the pages of a tool that hides nothing', async () => {
    const snapshot = await snapshotOf({
      flags: [{ long: '--config', short: '-c', value: 'file' }],
      commands: { add: { flags: [{ long: '--force' }] } },
    });
    expect(snapshot.probe?.sources).toEqual([{ kind: 'cobra-complete', status: 'used' }]);
    expect(hiddenFlags(snapshot)).toEqual([]);
    expect(paths(snapshot, ({ hidden }) => hidden === true)).toEqual([]);
  });

  it('shows commands and flags that no page lists, and asks about those as well', async () => {
    const snapshot = await snapshotOf({
      commands: {
        add: { flags: [{ long: '--secret', short: '-s', unlisted: true }] },
        debug: { unlisted: true, commands: { dump: { unlisted: true, flags: [{ long: '--raw' }] } } },
      },
    });
    // A command without visible subcommands is not asked for them, so what stands below `debug` stays unseen.
    expect(paths(snapshot, ({ hidden }) => hidden === true)).toEqual(['debug']);
    expect(command(snapshot, 'debug')?.seen_in).toEqual(['completion']);
    expect(hiddenFlags(snapshot)).toEqual(['add --secret -s']);
  });

  it('does not take values of arguments for commands', async () => {
    const snapshot = await snapshotOf({ values: ['bash', 'zsh'], commands: { add: { values: ['one'] } } });
    expect(paths(snapshot)).toEqual(['', 'add']);
    expect(snapshot.probe?.failures).toEqual([]);
  });

  it('does not take inherited flags for hidden ones where an ancestor has them', async () => {
    const snapshot = await snapshotOf({
      flags: [
        { long: '--config', persistent: true },
        { long: '--trace', persistent: true, unlisted: true },
      ],
      commands: { add: { commands: { all: {} } } },
    });
    expect(hiddenFlags(snapshot)).toEqual(['--trace']);
  });

  it('learns all flags of a command that offers only its required ones, and that they are required', async () => {
    const snapshot = await snapshotOf({
      commands: { add: { flags: [{ long: '--to', value: 'dir', required: true }, { long: '--force' }] } },
    });
    expect(snapshot.probe?.sources).toEqual([{ kind: 'cobra-complete', status: 'used' }]);
    expect(command(snapshot, 'add')?.flags?.map(({ long, required }) => [long, required])).toEqual([
      ['--force', undefined],
      ['--help', undefined],
      ['--to', true],
    ]);
  });

  it('contradicts what the page lists and the tool does not know', async () => {
    const tool = cobraTool({
      commands: { add: { flags: [{ long: '--old' }, { long: '--short', short: '-s' }] } },
    });
    const processes: typeof tool = (request) => {
      const answer = tool(request);
      if (request.args[0] !== '__complete') return answer;
      const stdout = typeof answer === 'object' && 'stdout' in answer ? String(answer.stdout) : '';
      return { ...(answer as object), stdout: stdout.replace(/^(?:--old|-s|add)\t.*\n/gm, '') };
    };
    const { snapshots, findings } = await take(demoPorts(NOBODY, { processes }), manifestOf(COBRA));
    expect(snapshots[0]?.probe?.sources).toEqual([
      {
        kind: 'cobra-complete',
        status: 'used',
        disagreements: [
          { path: ['add'], unit: 'command', fact: 'listed', help: 'yes', source: 'no' },
          { path: ['add'], unit: 'flag', key: '--old', fact: 'listed', help: 'yes', source: 'no' },
          { path: ['add'], unit: 'flag', key: '--short', fact: 'spelling', help: '-s', source: 'no' },
        ],
      },
    ]);
    expect(findings.map(({ id, severity, path }) => [id, severity, path])).toEqual(
      Array.from({ length: 2 }, () => [
        'snapshot/source-disagrees',
        'note',
        '/probe/sources/0/disagreements',
      ]),
    );
    // The page is there, so the command stays.
    expect(paths(snapshots[0] as Snapshot)).toEqual(['', 'add']);
  });

  it('takes a word without page that it does not know for no command', async () => {
    const tool = cobraTool({ commands: { add: {}, phantom: {} } });
    const processes: typeof tool = (request) => {
      if (request.args[0] === 'phantom') return { exitCode: 1, stderr: 'Error: unknown command\n' };
      const answer = tool(request);
      if (request.args[0] !== '__complete') return answer;
      return { stdout: String((answer as { stdout: string }).stdout).replace(/^phantom\t.*\n/m, '') };
    };
    const snapshot = await takeOne(demoPorts(NOBODY, { processes }), manifestOf(COBRA));
    expect(paths(snapshot)).toEqual(['', 'add']);
    expect(snapshot.probe?.sources?.[0]?.disagreements).toHaveLength(1);
    expect(snapshot.probe?.failures).toEqual([{ path: ['phantom'], kind: 'exit', detail: 'exit code 1' }]);
  });

  it('says when the tool does not know the protocol, and asks no further', async () => {
    const tool = cobraTool({ commands: { add: {} } });
    const ports = demoPorts(NOBODY, {
      processes: (request) => (request.args[0] === '__complete' ? { exitCode: 1 } : tool(request)),
    });
    const { snapshots, findings } = await take(ports, manifestOf(COBRA));
    expect(snapshots[0]?.probe?.sources).toEqual([
      { kind: 'cobra-complete', status: 'failed', note: 'exit code 1' },
    ]);
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['snapshot/source-failed', 'warning'],
    ]);
    expect(ports.requests.filter(({ args }) => args[0] === '__complete').map(({ args }) => args)).toEqual([
      ['__complete', '-'],
      ['__complete', ''],
    ]);
  });
});

describe('how the other protocols are asked', () => {
  const PAGE =
    'Usage: demo [OPTIONS] COMMAND\n\nOptions:\n  --verbose  Say more\n\nCommands:\n  add  Add it\n';
  const ADD = 'Usage: demo add [OPTIONS]\n\nOptions:\n  --force  Force it\n';

  async function asked(source: SourceConfig) {
    const ports = demoPorts(NOBODY, {
      processes: ({ args }) => {
        if (args[0] === '--version') return 'demo 1.0.0\n';
        if (args.at(-1) === '--help') return args[0] === 'add' ? ADD : PAGE;
        return '--verbose\n--force\nadd\n';
      },
    });
    const snapshot = await takeOne(ports, manifestOf(source));
    const calls = ports.requests.filter(({ args }) => !['--version', '--help'].includes(args.at(-1) ?? ''));
    expect(snapshot.probe?.sources?.[0]?.status).toBe('used');
    return calls.map(({ args, env }) => ({ args, env }));
  }

  it.each([
    ['yargs-completions', '--get-yargs-completions', ['--get-yargs-completions', 'demo', 'add', '-']],
    ['kingpin-completion', '--completion-bash', ['--completion-bash', 'add', '--']],
    ['urfave-completion', '--generate-bash-completion', ['add', '-', '--generate-bash-completion']],
  ] as const)('%s: by a flag', async (kind, flag, expected) => {
    const calls = await asked({ kind, flag });
    expect(calls.map(({ args }) => args)).toContainEqual(expected);
    // The root is asked for flags and names, a command without subcommands for flags alone.
    expect(calls).toHaveLength(3);
  });

  it('click-complete: by the environment', async () => {
    const calls = await asked({ kind: 'click-complete', instruction: 'bash_complete' });
    expect(
      calls.map(({ args, env }) => [args, env['_DEMO_COMPLETE'], env['COMP_WORDS'], env['COMP_CWORD']]),
    ).toContainEqual([[], 'bash_complete', 'demo add -', '2']);
  });

  it('argcomplete: by the environment', async () => {
    const calls = await asked({ kind: 'argcomplete' });
    expect(
      calls.map(({ args, env }) => [args, env['_ARGCOMPLETE'], env['COMP_LINE'], env['COMP_POINT']]),
    ).toContainEqual([[], '1', 'demo add -', '10']);
  });
});

describe('documents', () => {
  const PAGE = [
    'Usage: demo [OPTIONS] COMMAND',
    '',
    'Options:',
    '  --level <n>  Level',
    '  --mode <m>   Mode',
    '  --plain      Plain',
    '',
    'Commands:',
    '  add  Add it',
    '',
  ].join('\n');
  const ADD = 'Usage: demo add [OPTIONS]\n\nOptions:\n  --force  Force it\n';
  const pages = ({ args }: { readonly args: readonly string[] }) => {
    if (args[0] === '--version') return 'demo 1.0.0\n';
    return args[0] === 'add' ? ADD : args[0] === '--help' ? PAGE : undefined;
  };
  const DOCUMENT = JSON.stringify({
    options: [
      { name: '--level', arguments: [] },
      { name: '--mode', arguments: [{ name: 'MODE', acceptedValues: ['fast', 'slow'] }] },
      { name: '--plain', arguments: [{ name: 'X' }] },
    ],
    commands: [
      { name: 'add', options: [{ name: '--force', description: 'From the document' }, { name: '--deep' }] },
    ],
  });

  it('overrule the page where they are the tool’s own data, and fill what it leaves open', async () => {
    const processes = (request: { readonly args: readonly string[] }) => pages(request) ?? DOCUMENT;
    const source: SourceConfig = { kind: 'help-json', args: ['cli', 'opencli'], shape: 'opencli' };
    const snapshot = await takeOne(demoPorts(NOBODY, { processes }), manifestOf(source));
    expect(command(snapshot, '')?.flags).toEqual([
      { long: '--level', takes_value: false, description: 'Level' },
      { long: '--mode', takes_value: true, value_name: 'm', choices: ['fast', 'slow'], description: 'Mode' },
      { long: '--plain', takes_value: true, value_name: 'X', description: 'Plain' },
    ]);
    expect(hiddenFlags(snapshot)).toEqual(['add --deep']);
    expect(command(snapshot, 'add')?.flags?.find(({ hidden }) => hidden)?.seen_in).toEqual(['help-json']);
    expect(snapshot.probe?.sources?.[0]?.disagreements).toEqual([
      { path: [], unit: 'flag', key: '--level', fact: 'takes_value', help: 'true', source: 'false' },
      { path: [], unit: 'flag', key: '--plain', fact: 'takes_value', help: 'false', source: 'true' },
    ]);
  });

  it('only add and contradict where they are prose, page by page', async () => {
    const page = (tags: string) => `.TH DEMO 1\n.SH OPTIONS\n${tags}`;
    const processes = (request: { readonly args: readonly string[] }) =>
      pages(request) ?? page('.TP\n\\-\\-level\nA level.\n.TP\n\\-\\-extra <x>\nMore.\n');
    const source: SourceConfig = { kind: 'man', args: ['manual'] };
    const snapshot = await takeOne(demoPorts(NOBODY, { processes }), manifestOf(source));
    expect(
      command(snapshot, '')?.flags?.map(({ long, takes_value, seen_in }) => [long, takes_value, seen_in]),
    ).toEqual([
      ['--extra', true, ['man']],
      ['--level', true, undefined],
      ['--mode', true, undefined],
      ['--plain', false, undefined],
    ]);
    expect(snapshot.probe?.sources?.[0]?.disagreements).toEqual([
      { path: [], unit: 'flag', key: '--level', fact: 'takes_value', help: 'true', source: 'false' },
      { path: [], unit: 'flag', key: '--mode', fact: 'listed', help: 'yes', source: 'no' },
      { path: [], unit: 'flag', key: '--plain', fact: 'listed', help: 'yes', source: 'no' },
    ]);
  });

  it.each([
    ['of another shape', '{"name": "demo"}', 'nothing stands where the shape of the document says'],
    ['that is none', { exitCode: 2 }, 'exit code 2'],
  ])('%s give nothing, which is said', async (_what, answer, note) => {
    const processes = (request: { readonly args: readonly string[] }) => pages(request) ?? answer;
    const source: SourceConfig = { kind: 'help-json', args: ['cli', 'opencli'], shape: 'opencli' };
    const snapshot = await takeOne(demoPorts(NOBODY, { processes }), manifestOf(source));
    expect(snapshot.probe?.sources).toEqual([{ kind: 'help-json', status: 'failed', note }]);
  });
});
