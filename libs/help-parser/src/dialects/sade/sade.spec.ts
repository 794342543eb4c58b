import { parseHelpPage } from '../../parse-help-page';

describe('pages of sade', () => {
  it('have headings two columns from the margin', () => {
    const page = parseHelpPage(
      `
  Description
    Does it.

  Usage
    $ demo <command> [options]

  Available Commands
    build         Build it
    remote add    Add one
    remote list   List them

  For more info, run any command with the \`--help\` flag
    $ demo build --help
    $ demo remote add --help

  Options
    -f, --format     How to print  (default text)
    -w, --watch      Look again  (default false)
    --cwd            Where to work
    -v, --version    Displays current version
    -h, --help       Displays this message

  Examples
    $ demo build --not-a-flag
`,
      { path: [] },
    );
    expect(page.dialect).toBe('sade');
    expect(page.about).toBe('Does it.');
    expect(page.usage).toBe('demo <command> [options]');
    expect(page.subcommands.map(({ name }) => name)).toEqual(['build', 'remote']);
    expect(page.args).toEqual([]);
    expect(page.flags.slice(0, 3)).toEqual([
      { long: '--format', short: '-f', takes_value: true, default: 'text', description: 'How to print' },
      { long: '--watch', short: '-w', takes_value: false, default: 'false', description: 'Look again' },
      { long: '--cwd', takes_value: false, description: 'Where to work' },
    ]);
  });

  it('of commands name the path', () => {
    const page = parseHelpPage(
      '\n  Usage\n    $ demo remote add <name> [options]\n\n  Options\n    -h, --help    Displays this message\n',
      { path: ['remote', 'add'] },
    );
    expect(page.dialect).toBe('sade');
    expect(page.usagePath).toEqual(['remote', 'add']);
    expect(page.args.map(({ name }) => name)).toEqual(['name']);
  });
});
