import { parseHelpPage } from '../../parse-help-page';
import type { HelpPage } from '../../page';

const parse = (text: string, path: string[] = []): HelpPage => parseHelpPage(text, { path, dialect: 'clap' });
const names = (page: HelpPage): string[] => page.flags.map((flag) => flag.long ?? (flag.short as string));

describe('headings', () => {
  it('need the left margin and a colon, never the word alone', () => {
    const page = parse(`Usage: demo [OPTIONS] <COMMAND>

Commands:
  run   Run one of the
        commands
  list  Show all
        options

Options:
  -a, --all
          Look at all of the
          commands
          locally, then at
          Options:
      --last
          The end
`);
    expect(page.subcommands.map((command) => command.name)).toEqual(['run', 'list']);
    expect(names(page)).toEqual(['--all', '--last']);
    expect(page.flags[0]?.description).toBe('Look at all of the\ncommands\nlocally, then at\nOptions:');
  });

  it('may be the program\u2019s own', () => {
    const page = parse(`Usage: demo [OPTIONS] <FILE> [OUT]

Input:
  <FILE>  What to read
      --from <FORMAT>  Its format

Output Tuning:
      --wide
          Wide, or
          --narrow is meant
  [OUT]
          Where to write

Examples:
  demo --from x    Reads x
  <FILE> = "a"

Remarks:
  Some prose.
  -x is not a flag here.
`);
    expect(names(page)).toEqual(['--from', '--wide']);
    expect(page.args.map((arg) => [arg.name, arg.required])).toEqual([
      ['FILE', true],
      ['OUT', false],
    ]);
  });

  it('may stand over the commands when the usage says that a command comes', () => {
    const page = parse(
      'Usage: demo <TOOL>\n\nTools:\n  saw   Cut\n  file  Smooth\n\nOptions:\n  -h, --help  Print help\n',
    );
    expect(page.subcommands.map((command) => command.name)).toEqual(['saw', 'file']);
    expect(page.args).toEqual([]);
    const other = parse(
      'Usage: demo [FILE]\n\nTips:\n  saw   Cut\n  file  Smooth\n\nOptions:\n  -h, --help  Print help\n',
    );
    expect(other.subcommands).toEqual([]);
  });

  it('may name a subcommand whose help is put below', () => {
    const page = parse(
      `Usage: demo stash [OPTIONS]
       demo stash push [OPTIONS]
       demo stash pop

Options:
  -h, --help  Print help

demo stash push:
Keep the changes
  -m, --message <TEXT>

demo stash pop:
  -q, --quiet
`,
      ['stash'],
    );
    expect(page.subcommands).toEqual([
      { name: 'push', aliases: [], about: 'Keep the changes' },
      { name: 'pop', aliases: [] },
    ]);
    expect(names(page)).toEqual(['--help']);
    expect(page.usagePath).toEqual(['stash']);
  });
});

describe('tables', () => {
  it('have two columns in short help', () => {
    const page = parse(`Usage: demo [OPTIONS]

Options:
  -l, --level <LEVEL>  How much to say, from
                       --quiet to all [default: info] [possible
                       values: quiet, info, all]
  -q                   Say nothing [env: DEMO_QUIET=1] [aliases: --silent] [short aliases: s]
  -h, --help           Print help
`);
    expect(page.flags[0]).toEqual({
      long: '--level',
      short: '-l',
      takes_value: true,
      value_name: 'LEVEL',
      default: 'info',
      choices: ['quiet', 'info', 'all'],
      description: 'How much to say, from\n--quiet to all',
    });
    expect(page.flags[1]).toEqual({
      short: '-q',
      takes_value: false,
      aliases: ['--silent', '-s'],
      env: 'DEMO_QUIET',
      description: 'Say nothing',
    });
    expect(page.flags).toHaveLength(3);
  });

  it('have paragraphs in long help', () => {
    const page = parse(`Usage: demo

Options:
      --when <WHEN>
          When to do it
          
          Or never.

          Possible values:
          - now:   At once
          - later: In a
            while

      --then
          After that
`);
    expect(page.flags[0]?.choices).toEqual(['now', 'later']);
    expect(page.flags[0]?.description).toBe(
      'When to do it\n\nOr never.\n\nPossible values:\n- now:   At once\n- later: In a\n  while',
    );
    expect(names(page)).toEqual(['--when', '--then']);
  });

  it('of commands may give aliases, flags and no description', () => {
    const page = parse(`Usage: demo <COMMAND>

Commands:
  build, b           Build it
  sync, -S, --sync   Bring it
  watch
  apply
          Do it [aliases: a, do]
  ...                More with --list
`);
    expect(page.subcommands).toEqual([
      { name: 'build', aliases: ['b'], about: 'Build it' },
      { name: 'sync', aliases: ['-S', '--sync'], about: 'Bring it' },
      { name: 'watch', aliases: [] },
      { name: 'apply', aliases: ['a', 'do'], about: 'Do it' },
    ]);
  });

  it('are read in the layout of clap 2', () => {
    const page = parse(
      `demo-copy 1.2.3
Copies things

USAGE:
    demo copy [FLAGS] [OPTIONS] <from> [to]...

FLAGS:
    -h, --help       Prints help information
        --dry        Only tells

OPTIONS:
        --mode <mode>    How [default: fast]  [possible values: fast, safe]

ARGS:
    <from>     Where from
    <to>...    Where to
`,
      ['copy'],
    );
    expect(page.about).toBe('demo-copy 1.2.3\nCopies things');
    expect(page.usagePath).toEqual(['copy']);
    expect(names(page)).toEqual(['--help', '--dry', '--mode']);
    expect(page.flags[2]).toMatchObject({ default: 'fast', choices: ['fast', 'safe'] });
    expect(page.args).toEqual([
      { name: 'from', required: true, variadic: false, note: 'Where from' },
      { name: 'to', required: false, variadic: true, note: 'Where to' },
    ]);
  });

  it('list a flag once, wherever it is repeated', () => {
    const page = parse(
      'Usage: demo\n\nOptions:\n  -v, --verbose  One\n\nGlobal options:\n  -v, --verbose  Two\n',
    );
    expect(page.flags.map((flag) => flag.description)).toEqual(['One']);
  });
});

describe('the usage', () => {
  it('keeps a flag\u2019s value from being an argument', () => {
    const page = parse(
      `Usage: demo add [OPTIONS] <NAME> (--url <URL> | -- <COMMAND>...)

Arguments:
  <NAME>        Name
  [COMMAND]...  What to run

Options:
      --url <URL>  Where
`,
      ['add'],
    );
    expect(page.args.map(({ name, required, variadic }) => ({ name, required, variadic }))).toEqual([
      { name: 'NAME', required: true, variadic: false },
      { name: 'COMMAND', required: false, variadic: true },
    ]);
    expect(page.flags[0]).not.toHaveProperty('required');
  });

  it('marks the flags that it demands', () => {
    const page = parse('Usage: demo [OPTIONS] --to <TO>\n\nOptions:\n  -t, --to <TO>\n  -f, --from <FROM>\n');
    expect(page.flags).toEqual([
      { long: '--to', short: '-t', takes_value: true, value_name: 'TO', required: true },
      { long: '--from', short: '-f', takes_value: true, value_name: 'FROM' },
    ]);
  });

  it('gives arguments that no table lists, but not the place of a command', () => {
    const page = parse('Usage: demo [OPTIONS] <DIR> [COMMAND]\n\nCommands:\n  run  Run\n');
    expect(page.args).toEqual([
      { name: 'DIR', required: true, variadic: false, note: 'inferred from usage' },
    ]);
    expect(parse('Usage: demo [COMMAND]\n\nOptions:\n  -h, --help\n').args.map((arg) => arg.name)).toEqual([
      'COMMAND',
    ]);
  });

  it('may come last', () => {
    const page = parse(
      'Demo does it.\n\nOptions:\n  -h, --help  Print help\n\nUsage: demo [OPTIONS] <FILE>\n',
    );
    expect(page.about).toBe('Demo does it.');
    expect(names(page)).toEqual(['--help']);
    expect(page.args.map((arg) => arg.name)).toEqual(['FILE']);
  });
});

describe('the about', () => {
  it('is everything before the usage, the first line included', () => {
    expect(parse('One line\n\n\nTwo:\n  indented\n\nUsage: demo\n').about).toBe(
      'One line\n\nTwo:\n  indented',
    );
  });

  it('may stand between usage and tables, or be missing', () => {
    expect(parse('Usage: demo [X]\n\nWhat it does.\n\nOptions:\n  -h, --help\n').about).toBe('What it does.');
    expect(parse('Usage: demo [X]\n\nOptions:\n  -h, --help\n')).not.toHaveProperty('about');
  });

  it('takes the exact opposite that a description names, and no other flag of the text', () => {
    const page = parseHelpPage(
      `demo 1.0

USAGE:
    demo [OPTIONS]

OPTIONS:
        --paint
            Paints, unlike --other. This flag can be disabled with --no-paint.
        --no-look
            Looks away. Overridden by '--look'.
        --level <N>
            Says as much as --talk.
    -h, --help
            Prints help information
`,
      { path: [] },
    );
    expect(page.dialect).toBe('clap');
    expect(page.flags.map((flag) => flag.long)).toEqual([
      '--paint',
      '--no-look',
      '--level',
      '--help',
      '--no-paint',
      '--look',
    ]);
    expect(page.flags.at(-1)).toEqual({ long: '--look', takes_value: false });
  });
});
