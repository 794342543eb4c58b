import type { ToolConfig } from '@fixpoint/surface-formats';
import type { MemoryAnswer } from '@fixpoint/testkit';
import { command, demoManifest, demoPorts, paths, take, takeOne } from './testing/fake-root';

const NOBODY = { name: 'demo', version: '1.0.0' };

function page(path: string, commands: readonly string[] = []): string {
  return [
    `Usage: demo ${path} [OPTIONS]`,
    ...(commands.length > 0 ? ['', 'Commands:', ...commands.map((name) => `  ${name}  Do it`)] : []),
    '',
    'Options:',
    '  --plain  Some option',
    '',
  ].join('\n');
}

/** A tool that answers its command lines from a table. */
function toolOf(answers: Readonly<Record<string, MemoryAnswer | string>>) {
  const ports = demoPorts(NOBODY, {
    processes: ({ args }) => {
      if (args[0] === '--version') return 'demo 1.0.0\n';
      return answers[args.join(' ')] ?? { exitCode: 2, stderr: `error: unknown: ${args.join(' ')}\n` };
    },
  });
  return ports;
}

const of = (tool: Partial<ToolConfig>) => demoManifest({ tool });

describe('commands whose words are joined', () => {
  it('are called and read with the separator', async () => {
    const ports = toolOf({
      '--help': page('', ['auth', 'auth:login']),
      'auth --help': page('auth', ['auth:login', 'auth:token']),
      'auth:login --help': page('auth:login'),
      'auth:token --help': page('auth:token'),
    });
    const snapshot = await takeOne(ports, of({ commandSeparator: ':' }));
    expect(paths(snapshot)).toEqual(['', 'auth', 'auth login', 'auth token']);
    expect(snapshot.probe?.failures).toEqual([]);
  });
});

describe('commands that are skipped', () => {
  it('are listed and never called, by whatever source', async () => {
    const ports = toolOf({
      '--help': page('', ['mod', 'run']),
      'mod --help': page('mod', ['get', 'tidy']),
      'mod tidy --help': page('mod tidy'),
      'run --help': page('run'),
      '__complete -': '--plain\n--help\n:4\n',
      '__complete ': 'mod\nrun\n:4\n',
      '__complete mod -': '--plain\n--help\n:4\n',
      '__complete mod ': 'get\ntidy\n:4\n',
      '__complete run -': '--plain\n--help\n:4\n',
      '__complete mod tidy -': '--plain\n--help\n:4\n',
    });
    const { snapshots, findings } = await take(
      ports,
      of({
        skipCommands: [['mod', 'get']],
        sources: [{ kind: 'cobra-complete', args: ['__complete'] }],
        probeFlags: true,
      }),
    );
    const [snapshot] = snapshots;
    expect(snapshot && paths(snapshot)).toEqual(['', 'mod', 'mod get', 'mod tidy', 'run']);
    expect(snapshot && command(snapshot, 'mod get')).toEqual({ path: ['mod', 'get'], about: 'Do it' });
    expect(ports.requests.filter(({ args }) => args.includes('get'))).toEqual([]);
    expect(snapshot?.probe?.sources).toEqual([{ kind: 'cobra-complete', status: 'used' }]);
    expect(findings.map(({ id, severity, path }) => [id, severity, path])).toEqual([
      ['snapshot/page-failed', 'note', 'mod get'],
    ]);
  });
});

describe('help that comes with another exit code than 0', () => {
  const ANSWERS = {
    '-h': { exitCode: 129, stderr: page('', ['add']) },
    'add -h': { exitCode: 129, stdout: page('add') },
    '--fixpoint-no-such-flag -h': {
      exitCode: 129,
      stderr: "error: unknown option 'fixpoint-no-such-flag'\n",
    },
    '--gone -h': { exitCode: 129, stderr: "error: unknown option 'gone'\n" },
    '--kept -h': { exitCode: 129, stdout: page('', ['add']) },
  };

  it('is a page where the configuration says so, on either stream', async () => {
    const snapshot = await takeOne(toolOf(ANSWERS), of({ helpFlag: '-h', helpExitCodes: [0, 129] }));
    expect(paths(snapshot)).toEqual(['', 'add']);
    expect(snapshot.probe?.failures).toEqual([]);
  });

  it('is none by default', async () => {
    await expect(takeOne(toolOf(ANSWERS), of({ helpFlag: '-h' }))).rejects.toThrow('exit code 129');
  });

  it('is told from a complaint with the same code when flags are probed', async () => {
    const files = {
      'snapshots/0.9.0/x86_64-unknown-linux-musl.json': JSON.stringify({
        commands: [{ path: [], flags: [{ long: '--gone' }, { long: '--kept' }] }],
      }),
    };
    const withFiles = demoPorts(NOBODY, {
      files,
      processes: ({ args }) =>
        args[0] === '--version'
          ? 'demo 1.0.0\n'
          : (ANSWERS[args.join(' ') as keyof typeof ANSWERS] ?? { exitCode: 129, stderr: 'error: what?\n' }),
    });
    const snapshot = await takeOne(
      withFiles,
      of({ helpFlag: '-h', helpExitCodes: [0, 129], probeFlags: true }),
    );
    const hidden = command(snapshot, '')?.flags?.filter((flag) => flag.hidden);
    expect(hidden?.map(({ long }) => long)).toEqual(['--kept']);
  });
});

describe('paths of a Windows user', () => {
  it('are no part of a page: they are made by whatever runs the program', async () => {
    const options = [
      '      --dir <DIR>   Some place [default: C:\\users\\root\\Temp\\]',
      '      --home <DIR>  A place [default: C:\\Users\\me\\.demo]',
    ];
    const help = ['Does things', '', 'Usage: demo [OPTIONS]', '', 'Options:', ...options, ''].join('\n');
    const snapshot = await takeOne(toolOf({ '--help': help }), of({ dialect: 'clap' }));
    const defaults = command(snapshot, '')?.flags?.map((each) => each.default);
    expect(defaults).toEqual(['/tmp', '~\\.demo']);
  });
});
