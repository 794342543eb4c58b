import fc from 'fast-check';
import { parseHelpPage } from '@fixpoint/help-parser';
import { pathKey } from '@fixpoint/surface-formats';
import { crawl, type CrawlRequest } from './crawl';
import type { PageOutcome, PageReader } from './page-reader';

/** Subcommands by path, joined by blanks; a path that is not there prints the page of the root. */
type Tree = Readonly<Record<string, readonly string[]>>;

function pageText(path: readonly string[], commands: readonly string[]): string {
  const list =
    commands.length === 0 ? '' : `\nCommands:\n${commands.map((name) => `  ${name}  Do it\n`).join('')}`;
  return `Usage: demo${path.map((token) => ` ${token}`).join('')} [OPTIONS]\n${list}`;
}

function toOutcome(text: string, path: readonly string[]): PageOutcome {
  const page = parseHelpPage(text, { path });
  return { ok: true, read: { page, source: { text, verbatim: text, invalidUtf8: false, ansi: false } } };
}

function reader(tree: Tree): PageReader {
  return async (path) => {
    const commands = tree[path.join(' ')];
    return toOutcome(commands === undefined ? pageText([], tree[''] ?? []) : pageText(path, commands), path);
  };
}

async function crawled(read: PageReader, parts: Partial<CrawlRequest> = {}) {
  const { tree, failures } = await crawl({
    read,
    starts: [{ path: [] }],
    maxDepth: 12,
    maxPages: 100,
    ...parts,
  });
  return { paths: [...tree.values()].map(({ path }) => path.join(' ')).sort(), tree, failures };
}

describe('crawl', () => {
  it('reads every listed command but the one that explains the others', async () => {
    const { paths, failures } = await crawled(
      reader({ '': ['a', 'help', 'b'], a: ['c', 'help'], 'a c': [], b: [] }),
    );
    expect(paths).toEqual(['', 'a', 'a c', 'b']);
    expect(failures).toEqual([]);
  });

  it('reads what a page lists several levels deep, with everything between [FP-SNAP-001]', async () => {
    const listed: Tree = { '': ['alarm disarm', 'get'], alarm: ['alarm list', 'disarm'] };
    const read: PageReader = async (path) => {
      const outcome = toOutcome(pageText(path, []), path);
      if (!outcome.ok) return outcome;
      const subcommands = (listed[path.join(' ')] ?? []).map((name) => ({ name, aliases: [] }));
      return { ok: true, read: { ...outcome.read, page: { ...outcome.read.page, subcommands } } };
    };
    const { paths, failures, tree } = await crawled(read);
    expect(paths).toEqual(['', 'alarm', 'alarm disarm', 'alarm list', 'get']);
    expect(failures).toEqual([]);
    const unlisted = [...tree.values()].filter((node) => node.listed === undefined);
    expect(unlisted.map(({ path }) => path.join(' '))).toEqual(['', 'alarm']);
  });

  it('refuses a page that is that of a command above', async () => {
    const { paths, failures } = await crawled(reader({ '': ['real', 'ghost'], real: ['ghost'] }));
    expect(paths).toEqual(['', 'real']);
    expect(failures).toEqual([
      { path: ['ghost'], kind: 'phantom', detail: 'prints the page of the tool itself' },
      { path: ['real', 'ghost'], kind: 'phantom', detail: 'prints the page of the tool itself' },
    ]);
  });

  it('refuses a page whose usage names another command', async () => {
    const read: PageReader = async (path) =>
      path.length === 0
        ? toOutcome(pageText([], ['plugin', 'repo']), path)
        : toOutcome(`Usage: demo plugin [OPTIONS]\n\nOptions:\n  --x-${path.join('-')}  An option\n`, path);
    const { paths, failures } = await crawled(read);
    expect(paths).toEqual(['', 'plugin']);
    expect(failures).toEqual([{ path: ['repo'], kind: 'phantom', detail: 'the usage names plugin' }]);
  });

  it('accepts a usage that names an alias', async () => {
    const read: PageReader = async (path) =>
      toOutcome(
        path.length === 0
          ? 'Usage: demo [OPTIONS]\n\nCommands:\n  plugins  Manage plugins [aliases: plugin]\n'
          : 'Usage: demo plugin [OPTIONS]\n',
        path,
      );
    expect((await crawled(read)).paths).toEqual(['', 'plugins']);
  });

  it('ends where a command lists the commands of one above it', async () => {
    const endless: PageReader = async (path) =>
      toOutcome(pageText(path, [path.length % 2 === 0 ? 'a' : 'b']), path);
    const { paths, failures } = await crawled(endless);
    expect(paths).toEqual(['', 'a', 'a b']);
    expect(failures).toEqual([
      {
        path: ['a', 'b'],
        kind: 'cycle',
        detail: 'lists the same commands as the tool itself; they are not followed',
      },
    ]);
  });

  it('follows a command that is called like one above it', async () => {
    const { paths, failures } = await crawled(
      reader({ '': ['remote', 'x'], remote: ['remote'], 'remote remote': [], x: [] }),
    );
    expect(paths).toEqual(['', 'remote', 'remote remote', 'x']);
    expect(failures).toEqual([]);
  });

  it('keeps commands that are too deep to be read as bare entries', async () => {
    const { paths, tree, failures } = await crawled(
      reader({ '': ['a'], a: ['b'], 'a b': ['c'], 'a b c': [] }),
      { maxDepth: 2 },
    );
    expect(paths).toEqual(['', 'a', 'a b', 'a b c']);
    expect(tree.get(pathKey(['a', 'b', 'c']))?.read).toBeUndefined();
    expect(failures).toEqual([{ path: ['a', 'b', 'c'], kind: 'depth', detail: 'deeper than 2 levels' }]);
  });

  it('stops at the limit of pages, always at the same one', async () => {
    const { paths, tree, failures } = await crawled(reader({ '': ['a', 'b', 'c'], a: ['d'], b: [], c: [] }), {
      maxPages: 3,
    });
    expect(paths).toEqual(['', 'a', 'b', 'c']);
    expect(tree.get('c')?.read).toBeUndefined();
    expect(failures).toEqual([
      {
        path: ['c'],
        kind: 'too-large',
        detail: 'more than 3 pages; this one and those after it were not read',
      },
    ]);
  });

  it('does not pass words on that are no command tokens', async () => {
    const asked: string[] = [];
    const list = 'Usage: demo [OPTIONS]\n\nCommands:\n  ../up   Climb\n  fine    Go\n';
    await crawled(async (path) => {
      asked.push(path.join(' '));
      return toOutcome(path.length === 0 ? list : pageText(path, []), path);
    });
    expect(asked).toEqual(['', 'fine']);
  });

  it('does not depend on the order in which pages arrive', async () => {
    const tokens = ['a', 'b', 'c', 'd'];
    const trees = fc.dictionary(
      fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 3 }).map((path) => path.join(' ')),
      fc.uniqueArray(fc.constantFrom(...tokens)),
      { maxKeys: 12 },
    );
    await fc.assert(
      fc.asyncProperty(trees, fc.infiniteStream(fc.nat(4)), async (tree, delays) => {
        const read = reader({ '': tokens, ...tree });
        const slow: PageReader = async (path) => {
          const ticks = delays.next().value as number;
          for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
          return read(path);
        };
        const [first, second] = [
          await crawled(read, { maxPages: 20 }),
          await crawled(slow, { maxPages: 20 }),
        ];
        expect(second).toEqual(first);
      }),
    );
  });
});
