import * as fc from 'fast-check';
import { readLooseSpec } from './loose-spec';

const read = (text: string): [string, string | undefined, string] | undefined => {
  const spec = readLooseSpec(text);
  return spec && [spec.names.join(' '), spec.values[0], spec.rest];
};

describe('readLooseSpec', () => {
  it.each([
    ['-c, --bytes=[-]NUM       print', '-c --bytes', '[-]NUM', 'print'],
    ['-c  --format=FORMAT   use it', '-c --format', 'FORMAT', 'use it'],
    ['-p NUM  --strip=NUM  Strip NUM', '-p --strip', 'NUM', 'Strip NUM'],
    ['-a - --all                Scan', '-a --all', undefined, 'Scan'],
    ['-o|-d|-x  --radix={8|10|16}         Display', '-o -d -x --radix', '8|10|16', 'Display'],
    ['[-n|--no-strip]  Do not', '-n --no-strip', undefined, 'Do not'],
    ['{--start|--begin} <incr>', '--start --begin', 'incr', ''],
    ['-i[SUFFIX], --in-place[=SUFFIX]', '-i --in-place', 'SUFFIX', ''],
    ['-OTYPE, --output-sync[=TYPE]  text', '-O --output-sync', 'TYPE', 'text'],
    ['-0 ... -2   level', '-0 -1 -2', undefined, 'level'],
    ['--[no-]color   paint', '--color --no-color', undefined, 'paint'],
    ['-<, --less-than=NUMBER   fewer', '-< --less-than', 'NUMBER', 'fewer'],
    ['[!] --source  -s address[/mask][...]', '--source -s', 'address', ''],
    ['--delete -D chain             : delete', '--delete -D', 'chain', 'delete'],
    ['-duration duration', '-duration', 'duration', ''],
    ['--syms <file>        --redefine for all', '--syms', 'file', '--redefine for all'],
    ["-l, --selector='': Selector", '-l --selector', "''", 'Selector'],
  ])('%s', (text, names, value, rest) => {
    expect(read(text)).toEqual([names, value, rest]);
  });

  it.each([['-NUM   same as --context=NUM'], ['--foo(x) y'], ['prose'], ['-'], ['--']])(
    '%s is no row',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('takes any text', () => {
    const piece = fc.constantFrom(
      '-a',
      '--b',
      '=',
      '[',
      ']',
      '<',
      '{',
      '}',
      ' ',
      '  ',
      ',',
      '|',
      'X',
      'word',
      '...',
      '🦀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const spec = readLooseSpec(pieces.join(''));
        expect(spec === undefined || spec.names.every((name) => name.startsWith('-'))).toBe(true);
      }),
    );
  });
});
