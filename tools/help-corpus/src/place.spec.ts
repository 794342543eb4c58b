import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HelpPage, normalizeHelpText } from '@fixpoint/help-parser';
import { bearsOut } from './explanations';
import type { PageError } from './measurement';
import { type Place, placesOfCommands, placesOfFlags } from './place';

const PAGES = join(__dirname, '../../../libs/help-parser/fixtures/pages');
// Pages of yargs cut these names, so no word of the page is the name.
const CUT = /rather-long$|^--long$/;
// Its usage has a heading of the program's own.
const UNTITLED_USAGE = 'picocli-demo-4.7.6-styled-80';

const TEXT = `usage: demo go [--bare] {fast,slow}

Some text that names --prose and wraps before
--margin of the text.

Commands:
  build|b [options]  builds with --prose
  demo serve         [aliases: s, srv]

Options:
  -o OUT, --out OUT      where, unless
                         --wrapped says otherwise
      --[no-]color       paint
  -v | --verbose         talk
`;

interface Fixture {
  readonly text: string;
  readonly words: readonly string[];
  readonly page: HelpPage;
}

describe('where a page has a name', () => {
  const flag = placesOfFlags(TEXT);
  const command = placesOfCommands(TEXT, ['demo']);

  it.each<[string, Place]>([
    ['-o', 'row'],
    ['--out', 'row'],
    ['--no-color', 'row'],
    ['--color', 'row'],
    ['--verbose', 'row'],
    ['--bare', 'usage'],
    ['--wrapped', 'line'],
    ['--prose', 'text'],
    ['--elsewhere', 'text'],
  ])('is told of the flag %s: %s', (name, place) => expect(flag(name)).toBe(place));

  it('is not a row where a sentence at the margin begins with the flag', () => {
    expect(flag('--margin')).not.toBe('row');
  });

  it.each<[string, Place]>([
    ['build', 'row'],
    ['b', 'row'],
    ['serve', 'row'],
    ['srv', 'row'],
    ['go', 'usage'],
    ['slow', 'line'],
    ['builds', 'text'],
  ])('is told of the command %s: %s', (name, place) => expect(command(name)).toBe(place));
});

describe('an error of the parser', () => {
  const fixtures = readdirSync(PAGES)
    .filter((name) => name !== UNTITLED_USAGE)
    .map((name) => [name, readFixture(name)] as const);

  it.each(fixtures)('cannot hide as one of the page: %s', (_, { text, words, page }) => {
    const flags = new Set(
      page.flags.flatMap((flag) => [flag.long ?? [], flag.short ?? [], flag.aliases ?? []].flat()),
    );
    const commands = page.subcommands.flatMap(({ name, aliases }) => [name, ...aliases]);
    const missed = [
      ...errors(
        [...flags].filter((name) => name.startsWith('-') && text.includes(name) && !CUT.test(name)),
        'missed',
        placesOfFlags(text),
      ),
      ...errors(commands, 'missed', placesOfCommands(text, words)),
    ];
    expect(missed.filter((error) => bearsOut('page', error)).map(({ name }) => name)).toEqual([]);
    expect(missed.filter((error) => bearsOut('source', error))).toEqual([]);
  });

  it.each(fixtures)('cannot hide as one of the source: %s', (_, { text, words }) => {
    const inventedFlags = ['--invented-by-the-parser', '-😀', '--help-invented'];
    const inventedCommands = ['invented', 'inventedby'];
    const wrong = [
      ...errors(inventedFlags, 'wrong', placesOfFlags(text)),
      ...errors(inventedCommands, 'wrong', placesOfCommands(text, words)),
    ];
    expect(wrong.filter((error) => bearsOut('source', error) || bearsOut('page', error))).toEqual([]);
  });
});

function errors(
  names: readonly string[],
  kind: PageError['kind'],
  placeOf: (name: string) => Place,
): PageError[] {
  return names.map((name) => ({ kind, unit: 'flag', path: '', name, place: placeOf(name) }));
}

function readFixture(name: string): Fixture {
  const read = (file: string): Buffer => readFileSync(join(PAGES, name, file));
  const page = JSON.parse(read('expected.json').toString()) as HelpPage;
  const context = JSON.parse(read('context.json').toString()) as { path: string[]; program?: string };
  const program = context.program ?? page.usage?.split(' ', 1)[0] ?? '';
  return { text: normalizeHelpText(read('page.txt')), words: [program, ...context.path], page };
}
