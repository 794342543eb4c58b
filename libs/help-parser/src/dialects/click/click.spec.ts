import type { HelpPage } from '../../page';
import { parseHelpPage } from '../../parse-help-page';

const parse = (text: string, path: string[] = []): HelpPage => parseHelpPage(text, { path, dialect: 'auto' });

describe('click', () => {
  it('reads pairs of switches, choices, tuples and remarks', () => {
    const page = parse(`Usage: demo [OPTIONS] SRC [DST] [MORE]...

  Copies it.

Options:
  --shout / -S, --no-shout        Loud.
  -m, --mode [fast|slow]          How.  [env var: MODE; default: fast]
  --pair <TEXT INTEGER>...        A pair.  [required]
  -n INTEGER RANGE                Some.  [1<=x<=3]
  --help                          Show this message and exit.
`);
    expect(page).toMatchObject({ dialect: 'click', about: 'Copies it.' });
    expect(page.flags.slice(0, 4)).toEqual([
      { long: '--shout', short: '-S', takes_value: false, aliases: ['--no-shout'], description: 'Loud.' },
      {
        long: '--mode',
        short: '-m',
        takes_value: true,
        default: 'fast',
        choices: ['fast', 'slow'],
        env: 'MODE',
        description: 'How.',
      },
      {
        long: '--pair',
        takes_value: true,
        value_name: 'TEXT',
        repeatable: true,
        value_names: ['TEXT', 'INTEGER'],
        required: true,
        description: 'A pair.',
      },
      { short: '-n', takes_value: true, value_name: 'INTEGER RANGE', description: 'Some.  [1<=x<=3]' },
    ]);
    expect(page.args).toEqual([
      { name: 'SRC', required: true, variadic: false },
      { name: 'DST', required: false, variadic: false },
      { name: 'MORE', required: false, variadic: true },
    ]);
  });

  it('takes no row from an epilog, and a star for the default command', () => {
    const page = parse(`Usage: demo [OPTIONS] COMMAND [ARGS]...

Options:
  --help  Show this message and exit.

Commands:
  serve*  Serves it.
  stop
  x, y    Two names.

  --not  an option
  foo  bar
`);
    expect(page.subcommands).toEqual([
      { name: 'serve', aliases: [], about: 'Serves it.' },
      { name: 'stop', aliases: [] },
      { name: 'x', aliases: ['y'], about: 'Two names.' },
    ]);
    expect(page.flags).toHaveLength(1);
    expect(page.args).toEqual([]);
  });

  it('reads boxes: marks, columns of spellings, values broken over lines', () => {
    const page = parse(` Usage: demo [OPTIONS] NAME

╭─ Arguments ───────────────────────────────╮
│ *    name      TEXT  The name. [required] │
╰───────────────────────────────────────────╯
╭─ Options ─────────────────────────────────╮
│ *  --mode      -m  [fast|very-  How.      │
│                    slow]        [required]│
│    --on/--off                   Switch.   │
│    --cut-off…      TEXT         Cut.      │
│    --help                       Show this │
│                                 message.  │
╰───────────────────────────────────────────╯
`);
    expect(page.args).toEqual([{ name: 'NAME', required: true, variadic: false, note: 'The name.' }]);
    expect(page.flags).toEqual([
      {
        long: '--mode',
        short: '-m',
        takes_value: true,
        required: true,
        choices: ['fast', 'very-slow'],
        description: 'How.',
      },
      { long: '--on', takes_value: false, aliases: ['--off'], description: 'Switch.' },
      { long: '--help', takes_value: false, description: 'Show this\nmessage.' },
    ]);
  });
});
