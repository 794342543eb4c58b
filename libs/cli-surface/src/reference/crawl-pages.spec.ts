import { cannedRunner, type CannedPage } from './canned-cli';
import { crawlPages } from './crawl-pages';
import { referenceTool } from './reference-tool';

const place = { file: 'snapshots/1.2.3/t.json', command: '/opt/my tool' };
const grouped = referenceTool({ tool: 'tool-cli', program: 'tool', helpForm: 'subcommand' });
const plain = referenceTool({ tool: 'tool-cli', program: 'tool', helpForm: 'flag', helpTimeoutMs: 500 });
const list = (...tokens: string[]) =>
  `Usage: tool\n\nCommands:\n${tokens.map((t) => `  ${t}  Text\n`).join('')}`;

function crawl(tool: typeof grouped, pages: Record<string, CannedPage>, globals: string[] = []) {
  const calls: string[] = [];
  const answer = cannedRunner({ pages });
  const run: typeof answer = (args, call) => {
    calls.push(args.join(' '));
    return answer(args, call);
  };
  return crawlPages({ tool, run, place, globals, maxPages: 100 }).then((found) => ({ ...found, calls }));
}

const paths = (entries: readonly { path: readonly string[] }[]) => entries.map(({ path }) => path.join(' '));

describe('the subcommand form', () => {
  it('asks for the root by flag and for the rest by `help`, each path once', async () => {
    const found = await crawl(grouped, {
      '--help': list('b', 'a', 'b'),
      'help a': list('help'),
      'help a help': 'Usage: tool a help',
      'help b': 'Usage: tool b',
    });
    expect(found.calls.sort()).toEqual(['--help', 'help a', 'help a help', 'help b']);
    expect(paths(found.entries)).toEqual(['', 'a', 'a help', 'b']);
    expect(found.captures.map(({ path }) => path)).toEqual([
      'help.txt',
      'commands/a/help.txt',
      'commands/a/help/help.txt',
      'commands/b/help.txt',
    ]);
    expect(found.problems).toEqual([]);
  });

  it('puts global arguments in front', async () => {
    const found = await crawl(grouped, { '--x y --help': list('a'), '--x y help a': 'A' }, ['--x', 'y']);
    expect(found.calls).toEqual(['--x y --help', '--x y help a']);
  });

  it('reports every page that fails, help text or not', async () => {
    const found = await crawl(grouped, {
      '--help': list('a', 'b', 'c'),
      'help a': { exit: 1, stdout: 'Usage: tool a' },
      'help b': { status: 'timeout' },
      'help c': 'Usage: tool c',
    });
    expect(found.problems.map(({ id, message }) => [id, message])).toEqual([
      ['snapshot/help-failed', '/opt/my tool help a ended with exit code 1'],
      ['snapshot/help-failed', '/opt/my tool help b did not end in time'],
    ]);
    expect(found.problems[0]).toMatchObject({
      file: place.file,
      path: 'help a',
      actual: 'Usage: tool a',
      fix: expect.stringContaining('`/opt/my tool --help` lists "a" as a command') as string,
    });
  });

  it('follows tokens that repeat, and gives up on a tree without end', async () => {
    const run = () =>
      Promise.resolve({ status: 'exited' as const, exitCode: 0, stdout: list('again'), stderr: '' });
    const found = await crawlPages({ tool: grouped, run, place, globals: [], maxPages: 20 });
    expect(found.entries).toHaveLength(20);
    expect(found.problems).toMatchObject([
      { id: 'snapshot/too-many-pages', path: 'again again again again', severity: 'error' },
    ]);
    expect(found.problems[0]?.fix).toContain('/opt/my tool help again again again again');
  });
});

describe('the flag form', () => {
  it('asks by flag everywhere, with its variables and time limit', async () => {
    const calls: unknown[] = [];
    await crawlPages({
      tool: plain,
      run: (args, call) => {
        calls.push([args, call]);
        const stdout = args.length === 1 ? list('a') : 'A';
        return Promise.resolve({ status: 'exited', exitCode: 0, stdout, stderr: '' });
      },
      place,
      globals: [],
      maxPages: 10,
    });
    const env = { NO_COLOR: '1', CLICOLOR: '0', TERM: 'dumb', DISABLE_AUTOUPDATER: '1', CI: '1' };
    expect(calls).toEqual([
      [['--help'], { env, timeoutMs: 500 }],
      [['a', '--help'], { env, timeoutMs: 500 }],
    ]);
  });

  it('needs the root page', async () => {
    const failed = await crawl(plain, { '--help': { exit: 1, stdout: list('a') } });
    expect(failed.problems).toMatchObject([{ id: 'snapshot/help-failed' }]);
    const late = await crawl(plain, { '--help': { status: 'timeout', stdout: list('a') } });
    expect(late.problems).toHaveLength(1);
  });

  it.each(['USAGE: a', 'x Commands: y', 'subcommands:', 'Options:', 'flags:'])(
    'reads a page that exits non-zero with %j in it',
    async (text) => {
      const found = await crawl(plain, { '--help': list('a'), 'a --help': { exit: 1, stderr: text } });
      expect(found.omissions).toEqual([]);
      expect(found.captures.at(-1)?.text).toBe(text);
    },
  );

  it('keeps a failed command bare and says why', async () => {
    const found = await crawl(plain, {
      '--help': list('a', 'b', 'c', 'd'),
      'a --help': { exit: 3, stderr: 'not logged in' },
      'b --help': { status: 'timeout', stdout: 'Usage: tool b' },
      'c --help': { status: 'signalled' },
      'd --help': { status: 'signalled', stdout: 'Usage: tool d' },
    });
    expect(found.problems).toEqual([]);
    expect([...found.omissions].sort()).toEqual([
      'help probe failed: /opt/my tool a --help (exit 3)',
      'help probe failed: /opt/my tool c --help (exit -1)',
      'timeout after 500ms: /opt/my tool b --help',
    ]);
    expect(found.entries.slice(1)).toEqual([
      { path: ['a'] },
      { path: ['b'] },
      { path: ['c'] },
      { path: ['d'], usage: 'tool d' },
    ]);
    expect(found.captures).toHaveLength(2);
  });

  it('does not follow tokens that repeat in the path', async () => {
    const found = await crawl(plain, {
      '--help': list('a'),
      'a --help': list('a', 'b'),
      'a b --help': list('a', 'b', 'c', 'a'),
      'a b c --help': 'Usage: tool a b c',
    });
    expect(paths(found.entries)).toEqual(['', 'a', 'a b', 'a b c']);
    expect([...found.omissions].sort()).toEqual([
      'skipped cyclic subcommand token: a b a',
      'skipped cyclic subcommand token: a b a',
      'skipped recursive subcommand token: a a',
      'skipped recursive subcommand token: a b b',
    ]);
  });

  it('stops at twelve tokens, whatever the thirteenth is', async () => {
    const tokens = Array.from({ length: 13 }, (_, index) => `t${index + 1}`);
    const pages = tokens.map((token, index) => [
      [...tokens.slice(0, index), '--help'].join(' '),
      index === 12 ? list(token, 't12') : list(token),
    ]);
    const found = await crawl(plain, Object.fromEntries(pages) as Record<string, string>);
    expect(found.entries).toHaveLength(13);
    expect(found.omissions).toEqual([
      `max command depth exceeded (>12): ${tokens.join(' ')}`,
      `max command depth exceeded (>12): ${tokens.slice(0, 12).join(' ')} t12`,
    ]);
  });

  it('captures pages in directories of bounded length', async () => {
    const found = await crawl(plain, { '--help': list('a'), 'a --help': 'A' });
    expect(found.captures[1]?.path).toMatch(/^commands\/a__[0-9a-f]{64}\/help\.txt$/);
  });
});

it('finds the same in whatever order the pages arrive', async () => {
  const pages: Record<string, CannedPage> = {
    '--help': list('a', 'b', 'c'),
    'a --help': list('x', 'y'),
    'b --help': { exit: 1 },
    'c --help': list('a'),
    'a x --help': 'X',
    'a y --help': { exit: 1 },
    'c a --help': 'A',
  };
  const answer = cannedRunner({ pages });
  const delayed = (order: (depth: number) => number) =>
    crawlPages({
      tool: plain,
      place,
      globals: [],
      maxPages: 100,
      run: async (args, call) => {
        for (let turn = 0; turn < order(args.length); turn++) await Promise.resolve();
        return answer(args, call);
      },
    });
  const [one, other] = await Promise.all([delayed((depth) => depth * 7), delayed((depth) => 40 - depth * 7)]);
  expect(other.entries).toEqual(one.entries);
  expect(other.captures).toEqual(one.captures);
  expect([...other.omissions].sort()).toEqual([...one.omissions].sort());
});
