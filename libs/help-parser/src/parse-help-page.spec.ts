import { ConfigError } from '@fixpoint/model';
import * as fc from 'fast-check';
import {
  DIALECT_IDS,
  isHelpText,
  normalizeHelpText,
  parseClapBashCompletion,
  parseFeatureList,
  parseHelpPage,
} from '.';

const MEGABYTE = 1 << 20;
const fill = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('parseHelpPage', () => {
  it('refuses a dialect that does not exist', () => {
    expect(() => parseHelpPage('', { path: [], dialect: 'klap' })).toThrow(ConfigError);
    expect(() => parseHelpPage('', { path: [], dialect: 'klap' })).toThrow('auto, clap, commander');
  });

  it('reads text that is not normalised', () => {
    const page = parseHelpPage('\u001b[1mUsage:\u001b[0m demo\r\n\r\nOptions:\r\n\t-x, --ex\r\n', {
      path: [],
    });
    expect(page).toMatchObject({ usage: 'demo', flags: [{ long: '--ex', short: '-x' }] });
  });

  it('reads any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('auto', ...DIALECT_IDS),
        (bytes, dialect) => {
          const text = normalizeHelpText(bytes);
          expect(parseHelpPage(text, { path: ['a'], dialect }).subcommands).toBeDefined();
          expect(typeof isHelpText(text)).toBe('boolean');
        },
      ),
    );
  });

  it('reads any text made of the pieces of help pages', () => {
    const piece = fc.constantFrom(
      'Usage:',
      'USAGE',
      'Options:',
      'Commands:',
      'Arguments:',
      'Possible values:',
      '\n',
      '\n\n',
      ' ',
      '  ',
      '      ',
      '-x',
      '--long',
      '<V>',
      '[V]',
      '[=V]',
      '...',
      'run',
      'RUN',
      '[default: ',
      '[aliases: ',
      ']',
      '"',
      ',',
      '|',
      '(',
      ')',
      '- ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 80 }),
        fc.constantFrom('auto', ...DIALECT_IDS),
        (pieces, dialect) => {
          const page = parseHelpPage(pieces.join(''), { path: ['run'], dialect });
          expect(page.flags.every((flag) => flag.long !== undefined || flag.short !== undefined)).toBe(true);
          expect(page.args.every((arg) => arg.name !== '')).toBe(true);
          expect(page.subcommands.every((command) => command.name !== '')).toBe(true);
        },
      ),
    );
  });

  // Each of these took minutes with a pattern that backtracks; a test that hangs is a test that fails.
  it.each([
    ['rows', 'Usage: x [OPTIONS]\n\nOptions:\n', '  -a, --aaa <V>  text [default: 1]\n'],
    ['brackets', 'Usage: x ', '[a|<b '],
    ['usage lines', 'Usage: x\n', '   x <A> --foo <B>\n'],
    ['blanks', 'Options:\n  -a', ' '],
    ['dashes', 'Options:\n  --a', '-'],
    ['dots', 'Options:\n  --a', '.'],
    ['remarks', 'Options:\n  -a  ', '[default: ] '],
    ['open remarks', 'Options:\n  -a  ', '[default: '],
    ['values', 'Options:\n  -a', ' <A>'],
    ['arguments', 'Arguments:\n  ', '<A> '],
    ['headings', '', 'A:\n  -b  c\n'],
    ['open links', '', '\u001b]8;;'],
    ['overstrikes', '', 'a\b'],
    ['choices', 'Options:\n  -a\n    Possible values:\n', '    - a: b\n'],
  ])('ends on a long page of %s', (_, start, piece) => {
    const length = piece.includes('\n') ? MEGABYTE / 8 : MEGABYTE / 2;
    const text = start + fill(piece, length);
    const dialects = ['clap', 'generic'];
    expect(dialects.map((dialect) => parseHelpPage(text, { path: ['a', 'b'], dialect }).dialect)).toEqual(
      dialects,
    );
    expect(typeof isHelpText(text)).toBe('boolean');
    expect(parseClapBashCompletion(text).ok).toBe(false);
    expect(parseFeatureList(text)).toEqual([]);
  });

  it('ends on a real-looking page of 10 MB', () => {
    const lines = fill('          Text of it that goes on to the end of the line\n', 400);
    const rows = fill(`  -a, --aaa <V>\n${lines}\n\n`, 10 * MEGABYTE);
    const page = parseHelpPage(`Usage: x [OPTIONS]\n\nOptions:\n${rows}`, { path: [] });
    expect(page.flags).toEqual([
      expect.objectContaining({ long: '--aaa', short: '-a', takes_value: true, value_name: 'V' }),
    ]);
  });
});
