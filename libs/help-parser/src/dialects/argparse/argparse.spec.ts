import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = []): HelpPage => parseHelpPage(text, { path, dialect: 'auto' });
const names = (page: HelpPage): string[] => page.flags.map((flag) => flag.long ?? (flag.short as string));
const commands = (page: HelpPage): string[] => page.subcommands.map((command) => command.name);

describe('argparse', () => {
  it('takes subcommands that stand in the choices only', () => {
    const page = parse(`usage: demo [-h] {one,two} ...

positional arguments:
  {one,two}

options:
  -h, --help  show this help message and exit
`);
    expect(page).toMatchObject({ dialect: 'argparse', usagePath: [], args: [] });
    expect(commands(page)).toEqual(['one', 'two']);
  });

  it('tells choices before a remainder from subcommands', () => {
    const page = parse(`usage: demo [-h] {one,two} ...

positional arguments:
  {one,two}
  args

options:
  -h, --help  show this help message and exit
`);
    expect(page.subcommands).toEqual([]);
    expect(page.args).toEqual([
      { name: '{one,two}', required: true, variadic: false, choices: ['one', 'two'] },
      { name: 'args', required: false, variadic: true },
    ]);
  });

  it('takes aliases, and subcommands without the row above them', () => {
    const page = parse(`usage: demo [-h] <command> ...

options:
  -h, --help   show this help message and exit

commands:
    copy (cp)  copy it
    bare
`);
    expect(page.subcommands).toEqual([
      { name: 'copy', aliases: ['cp'], about: 'copy it' },
      { name: 'bare', aliases: [] },
    ]);
  });

  it('takes no flag from examples, environment or the text of a group', () => {
    const page = parse(`usage: demo [-h] [--in FILE]

Copies.

options:
  -h, --help  show this help message and exit

files:
  where --in is read
  --in FILE   what to read; then
              --out is written

examples:
  --in a --out   b
  --out FILE  write
  DEMO_HOME   where it lives
`);
    expect(names(page)).toEqual(['--help', '--in']);
    expect(page).toMatchObject({ about: 'Copies.', args: [] });
  });

  it('reads one spelling of values for all, and what repeats', () => {
    const page = parse(`usage: demo [-h] -k KEY [VALUE ...] [-f [FILE ...]] [--rest ...]

options:
  -h, --help            show this help message and exit
  -k KEY [VALUE ...], --key KEY [VALUE ...]
                        a key (default: a)
  -f, --file [FILE ...]
  --rest ...
`);
    expect(page.flags.slice(1)).toEqual([
      {
        long: '--key',
        short: '-k',
        takes_value: true,
        value_name: 'KEY',
        repeatable: true,
        value_names: ['KEY', 'VALUE'],
        required: true,
        default: 'a',
        description: 'a key',
      },
      {
        long: '--file',
        short: '-f',
        takes_value: true,
        value_name: 'FILE',
        repeatable: true,
        value_optional: true,
      },
      { long: '--rest', takes_value: true, repeatable: true },
    ]);
  });

  it('reads the groups of optparse, which stand inside the section of all options', () => {
    const page = parse(`Usage: demo [options] FILE

Options:
  -h, --help            show this help message and exit
  -f FILE, --file=FILE  a file

  Other Options:
    Take care:  they bite.

    --plain
    -g                  a group's [default: 3]
`);
    expect(page.dialect).toBe('optparse');
    expect(names(page)).toEqual(['--help', '--file', '--plain', '-g']);
    expect(page.flags[3]).toMatchObject({ default: '3', takes_value: false });
    expect(page.args.map((arg) => arg.name)).toEqual(['FILE']);
  });
});
