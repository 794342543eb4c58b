import { readPlainCommand } from './listed-command';
import { splitRow } from './row';
import { readSections } from './sections';

const read = (...lines: string[]) => readSections(lines, readPlainCommand);

describe('rows', () => {
  it('are parted at the first two consecutive spaces', () => {
    expect(splitRow('  a b   c  d ')).toEqual({ head: 'a b', description: 'c  d' });
    expect(splitRow('\ta \u00a0 b')).toEqual({ head: 'a \u00a0 b', description: '' });
    expect(splitRow('  list    ')).toEqual({ head: 'list', description: '' });
    expect(splitRow('  -x \t')).toEqual({ head: '-x', description: '' });
  });
});

describe('sections', () => {
  it('open at five headers, whatever their case, colons and indentation', () => {
    const body = read(
      'COMMANDS',
      '  a  x',
      '    SubCommands::',
      '  b  x',
      'Flags',
      '  -f',
      'options:',
      '  -o',
    );
    expect(body.subcommands).toEqual(['a', 'b']);
    expect(body.flags.map(({ short }) => short)).toEqual(['-f', '-o']);
    expect(read('Arguments:', '  <A>').args).toHaveLength(1);
  });

  it('do not open at other headings, which do not end one either', () => {
    const body = read(
      'Commands:',
      '  a  x',
      'Examples:',
      '  b  x',
      'Global Options:',
      '  -g',
      'Options :',
      '  -o',
    );
    expect(body).toEqual({ subcommands: ['a', 'b'], flags: [], args: [] });
  });

  it('do not end at blank lines, and nothing is read before the first', () => {
    const body = read('  a  x', '  -x', 'Options:', '', '  -y', ' ', '\t-z');
    expect(body.subcommands).toEqual([]);
    expect(body.flags.map(({ short }) => short)).toEqual(['-y', '-z']);
  });

  it('are flipped by a wrapped word that happens to be a header', () => {
    const body = read('Options:', '  -a  Run', '      commands', '  word  y', '  -b');
    expect(body).toEqual({ subcommands: ['word'], flags: [{ short: '-a', takes_value: false }], args: [] });
  });

  it('keep duplicates in page order', () => {
    const body = read(
      'Commands:',
      '  a  x',
      '  a  y',
      'Options:',
      '  -x',
      '  -x',
      'Arguments:',
      '  <A>',
      '  <A>',
    );
    expect(body.subcommands).toEqual(['a', 'a']);
    expect(body.flags).toHaveLength(2);
    expect(body.args).toHaveLength(2);
  });

  it('take commands only from indented lines that are no flags', () => {
    expect(read('Commands:', 'a  x', '\u00a0b  x', '  -c  x', '\td').subcommands).toEqual(['d']);
  });

  it('add every other line of the arguments to the last one', () => {
    const { args } = read(
      'Arguments:',
      '  lost',
      '  <A>',
      'first',
      '  - second ',
      '',
      '  [B]  Says',
      '  more',
      '  ok',
    );
    expect(args.map(({ note }) => note)).toEqual(['first\n- second', 'Says\nmore\nok']);
  });
});
