import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = [], dialect = 'auto'): HelpPage =>
  parseHelpPage(text, { path, dialect });
const names = (page: HelpPage): (string | undefined)[] => page.flags.map((flag) => flag.long ?? flag.short);

describe('pages of commander', () => {
  it('are known by what the library itself writes', () => {
    expect(parse('Usage: demo [options]\n\nOptions:\n  -h, --help  display help for command\n').dialect).toBe(
      'commander',
    );
    expect(
      parse('Usage: demo run [options] <file>\n\nOptions:\n  -x, --x <y>  text\n', ['run']).dialect,
    ).toBe('commander');
    expect(parse('Usage: demo [options] file...\n\nOptions:\n  -h  text\n').dialect).toBe('generic');
    expect(parse('Usage: demo [OPTIONS]\n\nOptions:\n  -h, --help  Print help\n').dialect).toBe('clap');
    expect(
      parse('Usage: demo [options]\n\nOptions:\n  -h, --help  show this help message and exit\n').dialect,
    ).not.toBe('commander');
  });

  it('may be indented as a whole, as version 2 prints them', () => {
    const page = parse(
      `
  Usage: serve|expose [options] [path] [port]

  serve a directory

  Options:

    --port [port]  which port
    -v --version   the version
    -V, --version  the same
    -h, --help     output usage information


  Commands:

    list|ls [options]     list it
    get <key> [value...]  get it
    *
`,
      ['serve'],
    );
    expect(page.dialect).toBe('commander');
    expect(page.usagePath).toEqual(['serve']);
    expect(page.about).toBe('serve a directory');
    expect(page.flags[1]).toMatchObject({ long: '--version', short: '-v', aliases: ['-V'] });
    expect(page.subcommands).toEqual([
      { name: 'list', aliases: ['ls'], about: 'list it' },
      { name: 'get', aliases: [], about: 'get it' },
      { name: '*', aliases: [] },
    ]);
    expect(page.args.map(({ name, required }) => [name, required])).toEqual([
      ['path', false],
      ['port', false],
    ]);
  });

  it('have facts in brackets at the end of descriptions, wrapped like the rest', () => {
    const page = parse(`Usage: demo [options]

Options:
  -f, --format <kind>  how (see below) (choices: "a", "b, c", default: "a", env:
                       DEMO_FORMAT)
  --dir <dir>          where (default: this directory, not that, preset: "x")
  --count <n>          (default: 3)
  --plain              say (default: it)
`);
    expect(page.flags).toEqual([
      {
        long: '--format',
        short: '-f',
        takes_value: true,
        value_name: 'kind',
        choices: ['a', 'b, c'],
        default: 'a',
        env: 'DEMO_FORMAT',
        description: 'how (see below)',
      },
      {
        long: '--dir',
        takes_value: true,
        value_name: 'dir',
        default: 'this directory, not that',
        description: 'where',
      },
      { long: '--count', takes_value: true, value_name: 'n', default: '3' },
      { long: '--plain', takes_value: false, default: 'it', description: 'say' },
    ]);
  });

  it('put long terms above their descriptions in some programs', () => {
    const page = parse(`Usage: demo mcp [options] [command]

Options:
  -h, --help               Display help for command

Commands:
  add [options] <name> <commandOrUrl> [args...]
      Add a server
  get <name>               Show it. Says more
  than one would think
  Else
  rm|remove <name>         Remove it
`);
    expect(page.subcommands).toEqual([
      { name: 'add', aliases: [], about: 'Add a server' },
      { name: 'get', aliases: [], about: 'Show it. Says more\nthan one would think\nElse' },
      { name: 'rm', aliases: ['remove'], about: 'Remove it' },
    ]);
  });

  it('may group options and commands under headings of the program', () => {
    const page = parse(`Usage: demo [options] [command]

Text, and
Examples:
  demo --not-a-flag     is one

Options:
  -h, --help            display help for command

Tuning:
  --tune <n>            tune it
  --more

Bare:
  --bare

Other things:
  mend [options] <it>   mend it

Modes:
  fast  quick
  --slow  not quick
`);
    expect(names(page)).toEqual(['--help', '--tune', '--more', '--bare']);
    expect(page.subcommands.map((command) => command.name)).toEqual(['mend']);
    expect(page.about).toBe('Text, and\nExamples:\n  demo --not-a-flag     is one');
  });
});
