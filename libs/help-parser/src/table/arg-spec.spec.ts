import { readArgSpecs } from './arg-spec';

describe('readArgSpecs', () => {
  it.each([
    ['<NAME>  Text', [{ name: 'NAME', required: true, variadic: false }], 'Text'],
    ['[PATH]...', [{ name: 'PATH', required: false, variadic: true }], ''],
    ['[files...]  Text', [{ name: 'files', required: false, variadic: true }], 'Text'],
    ['<PAIR> <PAIR>', [{ name: 'PAIR', required: true, variadic: true }], ''],
    ['[+toolchain]  Text', [{ name: '+toolchain', required: false, variadic: false }], 'Text'],
    ['[-- <ARGS>...]', [{ name: 'ARGS', required: false, variadic: true }], ''],
    ['<PLUGIN[@MARKET]>', [{ name: 'PLUGIN[@MARKET]', required: true, variadic: false }], ''],
    [
      '<SRC> [DST]',
      [
        { name: 'SRC', required: true, variadic: false },
        { name: 'DST', required: false, variadic: false },
      ],
      '',
    ],
  ])('%s', (text, args, rest) => {
    expect(readArgSpecs(text)).toEqual({ args, rest });
  });

  it.each(['<channel>[-<date>]', '<NAME> = text', '[experimental] Text', '<open', 'NAME', '[]', ''])(
    '%s is none',
    (text) => {
      expect(readArgSpecs(text)).toBeUndefined();
    },
  );
});
