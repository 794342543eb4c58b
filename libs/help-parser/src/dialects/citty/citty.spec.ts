import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = []): HelpPage => parseHelpPage(text, { path });

describe('pages of citty', () => {
  const page = parse(
    `Build it (demo build v1.2.3)

USAGE demo build [OPTIONS] <ENTRY> [OUT] --host=<name>

ARGUMENTS

  ENTRY    Where to begin (Required)
    OUT    Where to end (Default: dist (here))

OPTIONS

  --mode=<fast|slow>    How
to say
   -h, --host=<name>    Where to listen (Required)
          -f, --fork    Use a process of its own (Default: true)
   --no-f, --no-fork
         -op, --open    Open it
          --no-cache    Forget
`,
    ['build'],
  );

  it('have left cells that end in one column', () => {
    expect(page.dialect).toBe('citty');
    expect(page.about).toBe('Build it');
    expect(page.usagePath).toEqual(['build']);
    expect(page.flags).toEqual([
      { long: '--mode', takes_value: true, choices: ['fast', 'slow'], description: 'How\nto say' },
      {
        long: '--host',
        short: '-h',
        takes_value: true,
        value_name: 'name',
        required: true,
        description: 'Where to listen',
      },
      {
        long: '--fork',
        short: '-f',
        takes_value: false,
        aliases: ['--no-fork', '--no-f'],
        default: 'true',
        description: 'Use a process of its own',
      },
      { long: '--open', takes_value: false, aliases: ['--op'], description: 'Open it' },
      { long: '--no-cache', takes_value: false, description: 'Forget' },
    ]);
    expect(page.args).toEqual([
      { name: 'ENTRY', required: true, variadic: false, note: 'Where to begin' },
      { name: 'OUT', required: false, variadic: false, note: 'Where to end', default: 'dist (here)' },
    ]);
  });

  it('write facts into the left cells, and all in backticks, in version 0.1', () => {
    const old = parse(
      'Build it (demo build v1.2.3)\n\nUSAGE `demo build [OPTIONS] [OUT]`\n\nARGUMENTS\n\n  `OUT="dist"`    Where to end\n\nOPTIONS\n\n' +
        '  `-h, --host=<name> (required)`    Where to listen\n                 `--port="3000"`    Port\n',
      ['build'],
    );
    expect(old.usage).toBe('demo build [OPTIONS] [OUT]');
    expect(old.args[0]).toMatchObject({ name: 'OUT', required: false, default: 'dist' });
    expect(old.flags[0]).toMatchObject({ long: '--host', short: '-h', value_name: 'name', required: true });
    expect(old.flags[1]).toEqual({ long: '--port', takes_value: true, default: '3000', description: 'Port' });
  });

  it('list the commands in the usage, too', () => {
    const root = parse(
      'Demo (demo v1.2.3)\n\nUSAGE demo [OPTIONS] build|lint|l\n\nCOMMANDS\n\n    build    Build it\n  lint, l    Look at it\n\n' +
        'Use demo <command> --help for more information about a command.\n',
    );
    expect(root.subcommands).toEqual([
      { name: 'build', aliases: [], about: 'Build it' },
      { name: 'lint', aliases: ['l'], about: 'Look at it' },
    ]);
    expect(root.usagePath).toEqual([]);
    expect(root.args).toEqual([]);
  });

  it('name only the command above, or the executable', () => {
    expect(parse('X (b c)\n\nUSAGE b c [OPTIONS]\n', ['a', 'b', 'c']).usagePath).toEqual(['a', 'b', 'c']);
    const unnamed = parse('X (demo)\n\nUSAGE demo /usr/bin/demo [OPTIONS] [NAME]\n', ['add']);
    expect(unnamed.usage).toBe('demo add [OPTIONS] [NAME]');
    expect(unnamed.usagePath).toEqual(['add']);
  });
});
