import { parseHelpPage } from '../../parse-help-page';

describe('pages of clipanion', () => {
  it('list all commands with their usage', () => {
    const page = parseHelpPage(
      `━━━ Demo Manager - 1.2.3 ━━━━━━━━━━

  $ demo <command>

━━━ General commands ━━━━━━━━━━━━━━

  demo add [--json] [-F,--fixed] [--mode #0] ...
    add what is needed

  demo config get [--json] <name>
    read a setting

  demo config
    show the settings

  demo npm audit
    look for trouble

  demo node ...
    run it

━━━ Other commands ━━━━━━━━━━━━━━━━

  demo why <package>
    explain it

You can also print more details about any of these commands by calling them with
the \`-h,--help\` flag right after the command name.
`,
      { path: [] },
    );
    expect(page.dialect).toBe('clipanion');
    expect(page.usage).toBe('demo <command>');
    expect(page.subcommands).toEqual([
      { name: 'add', aliases: [], about: 'add what is needed' },
      { name: 'config', aliases: [], about: 'show the settings' },
      { name: 'npm', aliases: [] },
      { name: 'node', aliases: [], about: 'run it' },
      { name: 'why', aliases: [], about: 'explain it' },
    ]);
    expect(page.args).toEqual([]);
  });

  it('show one command, its values as numbers', () => {
    const page = parseHelpPage(
      `Add what is needed

Usage

$ demo add ...

Options

  --json              Print JSON
  -F,--fixed          Store it as it is
  -m,--mode #0        How
  --at #0 #1          Where

Details

- **Text:** \`-D,--dev\` is meant
  --not-a-flag  here

Examples

Do it
  $ demo add x --not-this
`,
      { path: ['add'] },
    );
    expect(page.dialect).toBe('clipanion');
    expect(page.about).toBe('Add what is needed');
    expect(page.usagePath).toEqual(['add']);
    expect(page.flags).toEqual([
      { long: '--json', takes_value: false, description: 'Print JSON' },
      { long: '--fixed', short: '-F', takes_value: false, description: 'Store it as it is' },
      { long: '--mode', short: '-m', takes_value: true, value_name: '#0', description: 'How' },
      { long: '--at', takes_value: true, value_name: '#0', value_names: ['#0', '#1'], description: 'Where' },
    ]);
  });
});
