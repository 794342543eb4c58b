import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = [], program?: string): HelpPage =>
  parseHelpPage(text, { path, dialect: 'yargs', ...(program !== undefined && { program }) });
const flag = (page: HelpPage, long: string): unknown => page.flags.find((one) => one.long === long);

describe('remarks of yargs', () => {
  const page = parse(`demo [options]

Options:
      --help           Show help                                       [boolean]
  -p, --port           where to listen [default]        [number] [default: 3000]
  -f, --format, --fmt  how         [required] [choices: "a", "b"] [default: "a"]
      --list                   [deprecated: use it] [array] [default: ["x"]]
  -v, --verbose        say more                                          [count]
      --bare
      --untyped        text                                   [default: "x [y]"]
      --switch         text                                     [default: false]
      --prose          may be [boolean] or so
`);

  it.each([
    ['--help', { takes_value: false, description: 'Show help' }],
    ['--port', { short: '-p', takes_value: true, default: '3000', description: 'where to listen [default]' }],
    [
      '--format',
      { aliases: ['--fmt'], takes_value: true, required: true, choices: ['a', 'b'], default: 'a' },
    ],
    ['--list', { takes_value: true, repeatable: true, default: '["x"]' }],
    ['--verbose', { takes_value: false, repeatable: true }],
    ['--bare', { takes_value: true }],
    ['--untyped', { takes_value: true, default: 'x [y]' }],
    ['--switch', { takes_value: false, default: 'false' }],
    ['--prose', { description: 'may be [boolean] or so' }],
  ])('%s', (long, facts) => {
    expect(flag(page, long)).toMatchObject(facts);
  });

  it('tell nothing of values where a page has none', () => {
    expect(flag(parse('demo\n\nOptions:\n  --help  Show help\n  --x     text\n'), '--x')).toMatchObject({
      takes_value: false,
    });
  });
});

describe('tables of yargs', () => {
  it('cut long left cells, at a comma or in a word', () => {
    const page = parse(`demo

Options:
      --help                      Show help        [boolean]
  -o, --one-long-name-of-it,      first
  --another-name                                    [string]
      --very-long-option-name-fo  second
      r-wrapping
      --last                                       [boolean]
`);
    expect(page.flags.map(({ long, aliases }) => [long, aliases])).toEqual([
      ['--help', undefined],
      ['--one-long-name-of-it', ['--another-name']],
      ['--very-long-option-name-for-wrapping', undefined],
      ['--last', undefined],
    ]);
  });

  it('have remarks that begin left of the descriptions, and strings that go on below', () => {
    const page = parse(`demo

Options:
  --format  text
  [choices: "stylish", "codeframe", "json", "checkstyle", "codeclimate", "summar
                                                        y"] [default: "stylish"]
  --other   -x is no flag, and
            --nor-this                                                 [boolean]
`);
    expect(page.flags).toEqual([
      {
        long: '--format',
        takes_value: true,
        choices: ['stylish', 'codeframe', 'json', 'checkstyle', 'codeclimate', 'summary'],
        default: 'stylish',
        description: 'text',
      },
      { long: '--other', takes_value: false, description: '-x is no flag, and\n--nor-this' },
    ]);
  });

  it('list commands behind the program and the path', () => {
    const page = parse(
      `demo remote

Commands:
  demo remote add <name> [url]  add one                              [aliases: a, new]
  demo remote list              list them [deprecated: use show]
  demo remote [which]           show one                                     [default]
`,
      ['remote'],
    );
    expect(page.subcommands).toEqual([
      { name: 'add', aliases: ['a', 'new'], about: 'add one' },
      { name: 'list', aliases: [], about: 'list them' },
    ]);
    expect(page.args).toEqual([
      { name: 'which', required: false, variadic: false, note: 'inferred from usage' },
    ]);
  });

  it('list a single command, one without a program, and one with two words before it', () => {
    expect(parse('Commands:\n  demo run  run it\n').subcommands.map(({ name }) => name)).toEqual(['run']);
    expect(
      parse('Commands:\n  run <x>  run it\n  stop     stop it\n').subcommands.map(({ name }) => name),
    ).toEqual(['run', 'stop']);
    expect(
      parse('Commands:\n  npx demo run  run it\n', [], 'npx demo').subcommands.map(({ name }) => name),
    ).toEqual(['run']);
    expect(parse('Commands:\n  demo one two  run it\n', ['one']).subcommands.map(({ name }) => name)).toEqual(
      ['two'],
    );
    expect(parse('Commands:\n  demo x two  run it\n', ['one']).subcommands.map(({ name }) => name)).toEqual([
      'two',
    ]);
  });

  it('may have headings without a colon, and end at the epilogue', () => {
    const page = parse(`demo

ACCOUNT
  demo login   log in
  demo logout  log out

GLOBAL FLAGS
  -c, --config  which file  [string]

More at https://example.com
  --not-a-flag  in the epilogue
`);
    expect(page.subcommands.map(({ name }) => name)).toEqual(['login', 'logout']);
    expect(page.flags.map(({ long }) => long)).toEqual(['--config']);
  });
});

describe('the usage of yargs', () => {
  it('is the first line, and tells which positionals are needed', () => {
    const page = parse(
      `demo build <entry> [rest..]

Build it.

Positionals:
  entry, e  where to begin                                   [string]
  rest      and then                            [array] [default: []]
`,
      ['build'],
    );
    expect(page.usage).toBe('demo build <entry> [rest..]');
    expect(page.usagePath).toEqual(['build']);
    expect(page.about).toBe('Build it.');
    expect(page.args).toEqual([
      { name: 'entry', required: true, variadic: false, note: 'where to begin' },
      { name: 'rest', required: false, variadic: true, note: 'and then', default: '[]' },
    ]);
  });

  it('is not a line of prose', () => {
    const page = parse('Starts the thing\n\nOptions:\n  --x  usage: of it  [boolean]\n');
    expect(page).not.toHaveProperty('usage');
    expect(page.about).toBe('Starts the thing');
    expect(parse('the art\n\nOptions:\n  --x  text  [boolean]\n', ['run'])).not.toHaveProperty('usage');
  });

  it('may have several lines behind a label, and commands without the program', () => {
    const page = parse(
      `Usage: demo [spec..]
       demo init <path>

Commands:
  init <path>  make one at <path>

Options:
  --x  text  [boolean]
`,
      [],
      'demo',
    );
    expect(page.usage).toBe('demo [spec..]\ndemo init <path>');
    expect(page.subcommands.map(({ name }) => name)).toEqual(['init']);
  });

  it('may have a label', () => {
    const page = parse('Usage: demo add [options] <name>\n\nOptions:\n  --x  text  [boolean]\n', ['add']);
    expect(page.usage).toBe('demo add [options] <name>');
    expect(page.args.map(({ name }) => name)).toEqual(['name']);
  });
});
