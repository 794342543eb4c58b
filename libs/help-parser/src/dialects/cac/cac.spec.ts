import { parseHelpPage } from '../../parse-help-page';

describe('pages of cac', () => {
  it('name each command once more, so that prose is not taken for one', () => {
    const page = parseHelpPage(
      `demo/1.2.3

Usage:
  $ demo <command> [options]

Commands:
  build [root]  Build it
list    is not a command
  [...files]    What is done without one
  lint          Look at it
  lines         of text
                Nameless

For more info, run any command with the \`--help\` flag:
  $ demo build --help
  $ demo --help
  $ demo lint --help

Options:
  -p, --port [port]  Port (default: 3000 (or so))
  --no-open          Do not open it 
it
Options:
  -h, --help         Display this message 

Examples:
  $ demo --not-a-flag  
`,
      { path: [] },
    );
    expect(page.dialect).toBe('cac');
    expect(page).not.toHaveProperty('about');
    expect(page.usage).toBe('demo <command> [options]');
    expect(page.subcommands).toEqual([
      { name: 'build', aliases: [], about: 'Build it\nlist    is not a command' },
      { name: 'lint', aliases: [], about: expect.stringContaining('Look at it') },
    ]);
    expect(page.flags).toEqual([
      {
        long: '--port',
        short: '-p',
        takes_value: true,
        value_name: 'port',
        value_optional: true,
        default: '3000 (or so)',
        description: 'Port',
      },
      { long: '--no-open', takes_value: false, description: expect.stringContaining('Do not open it') },
      { long: '--help', short: '-h', takes_value: false, description: 'Display this message' },
    ]);
    expect(page.args).toEqual([]);
  });

  it('of a command name it in the usage', () => {
    const page = parseHelpPage(
      'demo\n\nUsage:\n  $ demo build [...files]\n\nOptions:\n  -h, --help  Display this message \n',
      {
        path: ['build'],
      },
    );
    expect(page.dialect).toBe('cac');
    expect(page.usagePath).toEqual(['build']);
    expect(page.args).toEqual([
      { name: 'files', required: false, variadic: true, note: 'inferred from usage' },
    ]);
  });
});
