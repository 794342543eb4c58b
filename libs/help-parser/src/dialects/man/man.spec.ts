import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = []): HelpPage => parseHelpPage(text, { path, dialect: 'auto' });
const rows = (page: HelpPage): unknown[] =>
  page.flags.map(({ long, short, aliases = [], value_name: value }) =>
    [short, long, ...aliases, value].filter((part) => part !== undefined).join(' '),
  );

describe('printed manual pages', () => {
  it('reads tags with their text below, behind them, and behind one that fills its column', () => {
    const page = parse(`DEMO(1)                 Commands                 DEMO(1)

NAME
       demo - copies things

SYNOPSIS
       demo copy [options] SOURCE

DESCRIPTION
       Copies. Use
       --all
       for all, or
       --debug  for more words.

OPTIONS
       -a, --all
              Copies all.

              Really.

       -p spec…, --package spec…
              Which.

       -x     The short one
              goes on.

       --full Fills its column.

       --simple, --no-simple
              --simple

                     Shows less.

              --no-simple

                     Shows more.

EXAMPLES
       --not-one
              of the flags
`);
    expect(page).toMatchObject({ dialect: 'man', about: 'copies things', usagePath: ['copy'] });
    expect(rows(page)).toEqual(['-a --all', '-p --package spec', '-x', '--full', '--simple', '--no-simple']);
    expect(page.flags[0]?.description).toBe('Copies all.');
  });

  it('reads groups, commands and flags of any indentation', () => {
    const page = parse(`NAME
    demo - manages things

SYNOPSIS
    demo URL [URL ...] [DEMO_WIDE_FLAG ...]

GROUPS
    GROUP is one of the following:

     disks
        Manage disks.

COMMANDS
    COMMAND is one of the following:

     list
        List things.

FLAGS
     --[no-]color
        Paint.

     --zones=[ZONE,...]
        Where.

     --verbosity=LEVEL; default="warning"
        How much.

     --debug (boolean)
     --name (string)
        Its name.
`);
    expect(page.subcommands.map((command) => command.name)).toEqual(['disks', 'list']);
    expect(page.args).toEqual([{ name: 'URL', required: true, variadic: true, note: 'inferred from usage' }]);
    expect(rows(page)).toEqual([
      '--color --no-color',
      '--zones ZONE',
      '--verbosity LEVEL',
      '--debug',
      '--name',
    ]);
    expect(page.flags.map((flag) => flag.takes_value)).toEqual([false, true, true, false, true]);
    expect(page.flags[2]?.default).toBe('warning');
  });

  it('reads subcommands from paragraphs that begin with an invocation', () => {
    const page = parseHelpPage(
      `NAME
       demo-log - what was done

SYNOPSIS
       demo log COMMAND [--options]

DESCRIPTION
       demo log with no command shows all of it.

       demo log undo [ID] undoes one thing

              demo log redo [ID] is the other way round

       demo log drop <ID>...

OPTIONS
       -v     Say more.
`,
      { path: ['log'], program: 'demo' },
    );
    expect(page.dialect).toBe('man');
    expect(page.subcommands).toEqual([
      { name: 'undo', aliases: [], about: 'undoes one thing' },
      { name: 'drop', aliases: [] },
    ]);
  });

  it('reads a tag with its text behind the type, in a paragraph that is wrapped to the tag', () => {
    const page = parse(`NAME
       demo -

DESCRIPTION
       Does it.

OPTIONS
       --level  (string)  How  much  is  said. With
       --quiet (boolean) nothing is.

       --follow  |  --no-follow (boolean) Follow or
       not.

       --plain (boolean)

       Say it plainly.
`);
    expect(rows(page)).toEqual(['--level', '--follow --no-follow', '--plain']);
    expect(page.flags.map((flag) => flag.takes_value)).toEqual([true, false, false]);
    expect(page.flags[0]?.description).toContain('nothing is.');
  });
});
