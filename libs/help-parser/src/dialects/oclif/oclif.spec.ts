import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = []): HelpPage => parseHelpPage(text, { path });

describe('pages of oclif', () => {
  const page = parse(
    `Build it.

USAGE
  $ demo app:build ENTRY [KIND] -f text|json [-p
    <value>] [--include <value>...] [--color]

ARGUMENTS
  ENTRY   where to begin
  [KIND]  (lib|app) [default: lib] of what kind

FLAGS
  -f, --format=<option>     (required) how to print
                            <options: text|json|
                            stream-json>
  -p, --port=<value>        [default: a[0], env: DEMO_PORT] port
      --[no-]color          use colours
      --include=<value>...  [env: X] what
      --kind=a|b            [what] it is
      --old=name            old

GLOBAL FLAGS
  --json  print JSON

DESCRIPTION
  Build it.

  All of it.

FLAG DESCRIPTIONS
  --extra  not a row
`,
    ['app', 'build'],
  );

  it('have facts before and behind the descriptions', () => {
    expect(page.dialect).toBe('oclif');
    expect(page.flags).toEqual([
      {
        long: '--format',
        short: '-f',
        takes_value: true,
        value_name: 'option',
        required: true,
        choices: ['text', 'json', 'stream-json'],
        description: 'how to print',
      },
      {
        long: '--port',
        short: '-p',
        takes_value: true,
        value_name: 'value',
        default: 'a[0]',
        env: 'DEMO_PORT',
        description: 'port',
      },
      { long: '--color', takes_value: false, aliases: ['--no-color'], description: 'use colours' },
      {
        long: '--include',
        takes_value: true,
        value_name: 'value',
        repeatable: true,
        env: 'X',
        description: 'what',
      },
      { long: '--kind', takes_value: true, value_name: 'a|b', description: '[what] it is' },
      { long: '--old', takes_value: true, value_name: 'name', description: 'old' },
      { long: '--json', takes_value: false, description: 'print JSON' },
    ]);
  });

  it('have arguments before the flags of the usage, and ids with colons', () => {
    expect(page.usagePath).toEqual(['app', 'build']);
    expect(page.about).toBe('Build it.\n\nAll of it.');
    expect(page.args).toEqual([
      { name: 'ENTRY', required: true, variadic: false, note: 'where to begin' },
      {
        name: 'KIND',
        required: false,
        variadic: false,
        note: 'of what kind',
        default: 'lib',
        choices: ['lib', 'app'],
      },
    ]);
    expect(parse('X\n\nUSAGE\n  $ demo FILE... [--x]\n\nFLAGS\n  --x  y\n').args).toEqual([
      { name: 'FILE', required: true, variadic: true, note: 'inferred from usage' },
    ]);
  });

  it('put descriptions below all rows when one is long', () => {
    const spread = parse(`X

USAGE
  $ demo

FLAGS
  -f, --first=<value>
      Text of more than one line, with
      --no-flag
      in it

  --second
      Text
`);
    expect(spread.flags.map(({ long }) => long)).toEqual(['--first', '--second']);
  });

  it('list topics and commands by their whole ids', () => {
    const topic = (ids: string, path: string[]): string[] =>
      parse(
        `X\n\nUSAGE\n  $ demo app:COMMAND\n\nTOPICS\n  ${ids}\n\nCOMMANDS\n  ${ids}\n`,
        path,
      ).subcommands.map(({ name }) => name);
    expect(topic('app:add   Add\n  app:list  List', ['app'])).toEqual(['add', 'list']);
    expect(topic('app add   Add\n  app list  List', ['app'])).toEqual(['add', 'list']);
    expect(topic('app:add   Add', ['app', 'x'])).toEqual(['app:add']);
    expect(topic('app  Apps\n  b:c  Other', [])).toEqual(['app', 'b:c']);
    expect(parse('X\n\nUSAGE\n  $ demo app:COMMAND\n\nCOMMANDS\n  app:a  A\n', ['app']).args).toEqual([]);
  });
});
