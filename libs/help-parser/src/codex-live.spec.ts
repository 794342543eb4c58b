import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import {
  isHelpText,
  namesPath,
  normalizeHelpText,
  parseClapBashCompletion,
  parseFeatureList,
  parseHelpPage,
} from '.';
import type { CompletionCommand, HelpPage } from './page';

// The platform package of npm that the workspace has installed; nothing is fetched.
const PROGRAM = findProgram();
const REFERENCE_WIDTH = 200;
const withProgram = PROGRAM === undefined ? describe.skip : describe;
if (PROGRAM === undefined)
  console.info('the codex binary for linux x64 is not installed: the suite that runs it is skipped');

function findProgram(): string | undefined {
  try {
    const manifest = require.resolve('@openai/codex-linux-x64/package.json');
    const program = join(dirname(manifest), 'vendor/x86_64-unknown-linux-musl/bin/codex');
    return process.platform === 'linux' && process.arch === 'x64' && existsSync(program)
      ? program
      : undefined;
  } catch {
    return undefined;
  }
}

withProgram('the installed codex', () => {
  const home = mkdtempSync(join(tmpdir(), 'help-parser-'));
  afterAll(() => rmSync(home, { recursive: true }));

  const run = (args: readonly string[], columns: number): string => {
    const env = { HOME: home, COLUMNS: `${columns}`, NO_COLOR: '1', TERM: 'dumb' };
    const options = { env, cwd: home, stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] };
    return normalizeHelpText(execFileSync(PROGRAM as string, args, options));
  };
  const pageOf = (path: readonly string[], columns: number): HelpPage => {
    const text = run([...path, '--help'], columns);
    expect(isHelpText(text)).toBe(true);
    return parseHelpPage(text, { path });
  };
  const pages = new Map<string, HelpPage>();
  const crawl = (path: readonly string[]): void => {
    const page = pageOf(path, REFERENCE_WIDTH);
    pages.set(path.join(' '), page);
    for (const { name } of page.subcommands) if (name !== 'help') crawl([...path, name]);
  };
  beforeAll(() => crawl([]));

  const isHelpTree = ({ path }: CompletionCommand): boolean => path.includes('help');
  const completion = (): readonly CompletionCommand[] => {
    const surface = parseClapBashCompletion(run(['completion', 'bash'], REFERENCE_WIDTH));
    return surface.ok ? surface.value.commands.filter((command) => !isHelpTree(command)) : [];
  };

  it('names the path of every page', () => {
    expect(pages.size).toBeGreaterThan(50);
    for (const [name, page] of pages) expect(namesPath(page, name === '' ? [] : name.split(' '))).toBe(true);
    expect(namesPath(pageOf(['nope'], REFERENCE_WIDTH), ['nope'])).toBe(false);
  });

  // What a page says, without the line ends that depend on the width.
  const structure = (page: HelpPage): unknown =>
    JSON.parse(JSON.stringify(page), (key, value: unknown) =>
      ['about', 'description', 'note'].includes(key) ? (value as string).replace(/\s+/g, ' ') : value,
    );

  it('says the same at any width', () => {
    const names = [...pages.keys()];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.integer({ min: 40, max: REFERENCE_WIDTH }),
        (name, columns) => {
          const page = pageOf(name === '' ? [] : name.split(' '), columns);
          expect(structure(page)).toEqual(structure(pages.get(name) as HelpPage));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('lists nothing that its completion script does not accept, and less', () => {
    const commands = completion();
    const accepted = new Map(commands.map((command) => [command.path.join(' '), command]));
    for (const [name, page] of pages) {
      const known = accepted.get(name);
      const flags = page.flags.flatMap(({ long, short }) =>
        [long, short].filter((flag) => flag !== undefined),
      );
      expect(flags.filter((flag) => known?.flags.includes(flag) !== true)).toEqual([]);
      const taking = page.flags.filter((flag) => flag.takes_value).map((flag) => flag.long ?? flag.short);
      expect(taking.filter((flag) => known?.valueFlags?.includes(flag as string) !== true)).toEqual([]);
      expect(known?.valueFlags?.filter((flag) => flags.includes(flag)).length).toBe(
        page.flags
          .filter((flag) => flag.takes_value)
          .flatMap(({ long, short }) => [long, short].filter(Boolean)).length,
      );
      expect(
        page.subcommands.filter((command) => known?.subcommands.includes(command.name) !== true),
      ).toEqual([]);
    }
    expect(commands.length).toBeGreaterThan(pages.size);
  });

  it('lists its features line by line', () => {
    const text = run(['features', 'list'], REFERENCE_WIDTH);
    expect(parseFeatureList(text)).toHaveLength(text.trimEnd().split('\n').length);
  });
});
