import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const PAGE = `Demo.

Usage:
  demo ship new <name>... [--speed=<kn>]
  demo ship <name> move [-xq] [--unlisted=<v>]
  demo mine (set|remove) [options] FILE
  demo (-h | --help)

Options:
  -h --help       Show this.
  --speed=<kn>    Speed [default: 10].
  -x              Other.
  -q, --quiet     Less.
`;
const parse = (path: string[] = []): HelpPage => parseHelpPage(PAGE, { path, dialect: 'auto' });
const names = (page: HelpPage): string[] => page.flags.map((flag) => flag.long ?? (flag.short as string));
const commands = (page: HelpPage): string[] => page.subcommands.map((command) => command.name);

describe('docopt', () => {
  it('takes every bare word for a command, and every option of the page', () => {
    const page = parse();
    expect(page).toMatchObject({ dialect: 'docopt', about: 'Demo.', usagePath: [] });
    expect(commands(page)).toEqual(['ship', 'new', 'move', 'mine', 'set', 'remove']);
    expect(names(page)).toEqual(['--help', '--speed', '-x', '--quiet', '--unlisted']);
    expect(page.flags[1]).toMatchObject({ value_name: 'kn', default: '10', description: 'Speed' });
    expect(page.flags[4]).toEqual({ long: '--unlisted', takes_value: true, value_name: 'v' });
  });

  it('takes only the usage lines of the command that was asked for', () => {
    const page = parse(['ship', 'move']);
    expect(page.usagePath).toEqual(['ship', 'move']);
    expect(commands(page)).toEqual([]);
    expect(names(page)).toEqual(['-x', '--quiet', '--unlisted']);
  });

  it('takes all options where a line says [options]', () => {
    expect(names(parse(['mine', 'set']))).toEqual(['--help', '--speed', '-x', '--quiet']);
    expect(parse(['mine']).args.map((arg) => arg.name)).toEqual(['FILE']);
  });
});
