import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = []): HelpPage =>
  parseHelpPage(text, { path, dialect: 'generic' });
const flags = (page: HelpPage): unknown[] =>
  page.flags.map((flag) =>
    [flag.short, flag.long, flag.value_name].filter((part) => part !== undefined).join(' '),
  );

describe('the fallback', () => {
  it('reads tables of the Go kind', () => {
    const page = parse(`Manage a demo.

Usage:
  demo [command]

Available Commands:
  copy        Copy it
  help        Help about any command

Flags:
  -h, --help            help for demo
      --level string    how much (default "info")
      --dry             only tell

Use "demo [command] --help" for more information about a command.
`);
    expect(page).toMatchObject({ dialect: 'generic', about: 'Manage a demo.', usagePath: [], args: [] });
    expect(page.subcommands.map((command) => command.name)).toEqual(['copy', 'help']);
    expect(flags(page)).toEqual(['-h --help', '--level string', '--dry']);
  });

  it('reads tables of the Python kind', () => {
    const page = parse(
      `usage: demo copy [-h] [--mode MODE] [-o OUT]
                 source [target ...]

Copy it somewhere.

positional arguments:
  source                where from
  target                where to

options:
  -h, --help            show this help message and exit
  --mode MODE           how
  -o OUT, --out OUT     where
                        --mode decides
`,
      ['copy'],
    );
    expect(page).toMatchObject({ dialect: 'generic', about: 'Copy it somewhere.', usagePath: ['copy'] });
    expect(page.args.map((arg) => arg.name)).toEqual(['source', 'target']);
    expect(flags(page)).toEqual(['-h --help', '--mode MODE', '-o --out OUT']);
  });

  it('reads tables of the GNU kind, with text between the rows', () => {
    const page = parse(`Usage: demo [OPTION]... SOURCE... DEST
  or:  demo -l
Copy SOURCE to DEST.

  -a, --all              all of it
      --color[=WHEN]     when to paint
Some text in between.
  -l                     list
      --help     display this help and exit
`);
    expect(page.about).toContain('Copy SOURCE to DEST.');
    expect(flags(page)).toEqual(['-a --all', '--color WHEN', '-l', '--help']);
    expect(page.args).toEqual([
      { name: 'SOURCE', required: false, variadic: true, note: 'inferred from usage' },
      { name: 'DEST', required: false, variadic: false, note: 'inferred from usage' },
    ]);
  });

  it('reads tables aligned to the right, under headings in capitals', () => {
    const page = parse(
      `USAGE demo build [OPTIONS]

OPTIONS

   --cwd=<dir>    Where
        --fast    Quick
`,
      ['build'],
    );
    expect(page.usagePath).toEqual(['build']);
    expect(flags(page)).toEqual(['--cwd dir', '--fast']);
  });

  it('takes no flag from examples', () => {
    expect(parse('Usage: demo\n\nExamples:\n  -x  is given\n\nOptions:\n  -y  yes\n').flags).toHaveLength(1);
  });

  it('reads other spellings that stand in a paragraph of their own', () => {
    const [flag] = parse(
      'Usage: demo\n\nOptions:\n\n  -near=false    Not far.\n\n                 aliases: -close=false, -by\n\n  -far           Far.\n',
    ).flags;
    expect(flag).toMatchObject({ long: '-near', aliases: ['-close', '-by'], description: 'Not far.' });
  });
});
