import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = []): HelpPage => parseHelpPage(text, { path, dialect: 'auto' });

describe('picocli', () => {
  it('reads options without a heading, and none from the footer', () => {
    const page =
      parse(`Usage: demo [-hqV] [--[no-]cache] -r=<req> [-D=<String=String>]... <source> [<rest>...] COMMAND
A demo.
      <source>         The source.
      [<rest>...]      The rest.
                         Default: .
      --[no-]cache     Negatable.
  -D=<String=String>   A property.
  -h, --help           Show this help message and exit.
* -r, --required=<req> Needed.
Commands:
  run, r  Runs it.
  stop    Stops it.

Exit codes:
  0   fine
  -x   not an option
`);
    expect(page).toMatchObject({ dialect: 'picocli', about: 'A demo.' });
    expect(page.subcommands).toEqual([
      { name: 'run', aliases: ['r'], about: 'Runs it.' },
      { name: 'stop', aliases: [], about: 'Stops it.' },
    ]);
    expect(page.args).toEqual([
      { name: 'source', required: true, variadic: false, note: 'The source.' },
      { name: 'rest', required: false, variadic: true, note: 'The rest.', default: '.' },
    ]);
    expect(page.flags.map(({ long, short, aliases }) => [short, long, aliases].flat())).toEqual([
      [undefined, '--cache', '--no-cache'],
      ['-D', undefined, undefined],
      ['-h', '--help', undefined],
      ['-r', '--required', undefined],
    ]);
    expect(page.flags[3]).toMatchObject({ required: true, value_name: 'req' });
  });
});
