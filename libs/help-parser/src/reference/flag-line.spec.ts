import { readFlag } from './flag-line';

describe('a line of the options', () => {
  it.each([
    [
      '  -c, --config <key=value>',
      { long: '--config', short: '-c', takes_value: true, value_name: 'key=value' },
    ],
    ['      --oss', { long: '--oss', takes_value: false }],
    ['\t-v               Verbose', { short: '-v', takes_value: false }],
    ['  -d, --delta PATH  Delta', { long: '--delta', short: '-d', takes_value: true, value_name: 'PATH' }],
    ['  --image <FILE>...', { long: '--image', takes_value: true, value_name: 'FILE', repeatable: true }],
    ['  --image <FILE>,...x', { long: '--image', takes_value: true, value_name: 'FILE', repeatable: true }],
    ['  --tools <tools...>', { long: '--tools', takes_value: true, value_name: 'tools...' }],
    ['  --pair <A> <B>...', { long: '--pair', takes_value: true, value_name: 'A' }],
    ['  --debug [filter]', { long: '--debug', takes_value: false }],
    ['  --name value', { long: '--name', takes_value: false }],
    ['  --n 5', { long: '--n', takes_value: true, value_name: '5' }],
    ['  --odd <> V', { long: '--odd', takes_value: true, value_name: 'V' }],
    ['  --odd <open V', { long: '--odd', takes_value: true, value_name: 'V' }],
    ['  --one, --two -a -b', { long: '--one', short: '-a', takes_value: false }],
    ['  --x=<Y> --x[=Y] --x... --x_y --[no-]x --good', { long: '--good', takes_value: false }],
    ['  -ab -1', { short: '-1', takes_value: false }],
    ['  --- ', { long: '---', takes_value: false }],
    ['  -x , VALUE', { short: '-x', takes_value: true, value_name: 'VALUE' }],
    ['  -x  <V>  text', { short: '-x', takes_value: false }],
  ])('%j', (line, flag) => {
    expect(readFlag(line)).toEqual(flag);
    expect(Object.keys(readFlag(line) ?? {})).toEqual(Object.keys(flag));
  });

  it.each(['--x', '\u00a0--x', '  x --y', '  - untrusted: run', '  --x=<Y>', '  --', '  -xy', ''])(
    '%j is no flag',
    (line) => expect(readFlag(line)).toBeUndefined(),
  );
});
