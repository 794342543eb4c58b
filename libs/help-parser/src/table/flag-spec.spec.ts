import * as fc from 'fast-check';
import { type FlagGrammar, readFlagSpec, toFlag } from './flag-spec';

const CLAP: FlagGrammar = { bareValues: false, equalsBinds: true };
const LOOSE: FlagGrammar = { bareValues: true, equalsBinds: false };
const record = (text: string, grammar: FlagGrammar): unknown => {
  const spec = readFlagSpec(text, grammar);
  return spec && [toFlag(spec), spec.rest];
};

describe('flags with bracketed values', () => {
  it.each([
    [
      '-c, --config <key=value>',
      { long: '--config', short: '-c', takes_value: true, value_name: 'key=value' },
      '',
    ],
    ['--verbose', { long: '--verbose', takes_value: false }, ''],
    ['-1  One', { short: '-1', takes_value: false }, 'One'],
    ['-., --hidden  Too', { long: '--hidden', short: '-.', takes_value: false }, 'Too'],
    [
      '-v, --verbose...  More',
      { long: '--verbose', short: '-v', takes_value: false, repeatable: true },
      'More',
    ],
    ['-v...', { short: '-v', takes_value: false, repeatable: true }, ''],
    ['-C <DIR>  Go', { short: '-C', takes_value: true, value_name: 'DIR' }, 'Go'],
    ['--image <FILE>...', { long: '--image', takes_value: true, value_name: 'FILE', repeatable: true }, ''],
    ['--x=<V>  t', { long: '--x', takes_value: true, value_name: 'V', value_attached: true }, 't'],
    [
      '--x[=<V>]',
      { long: '--x', takes_value: true, value_name: 'V', value_optional: true, value_attached: true },
      '',
    ],
    [
      '--x[=V...]  t',
      {
        long: '--x',
        takes_value: true,
        value_name: 'V',
        repeatable: true,
        value_optional: true,
        value_attached: true,
      },
      't',
    ],
    ['--x [<V>]', { long: '--x', takes_value: true, value_name: 'V', value_optional: true }, ''],
    [
      '--x [<V>...]',
      { long: '--x', takes_value: true, value_name: 'V', repeatable: true, value_optional: true },
      '',
    ],
    [
      '--x [V] Text after one blank',
      { long: '--x', takes_value: true, value_name: 'V', value_optional: true },
      'Text after one blank',
    ],
    ['--at <X> <Y>', { long: '--at', takes_value: true, value_name: 'X', value_names: ['X', 'Y'] }, ''],
    ['--pair <P> <P>', { long: '--pair', takes_value: true, value_name: 'P', value_names: ['P', 'P'] }, ''],
    ['--snake_case <lower-case>', { long: '--snake_case', takes_value: true, value_name: 'lower-case' }, ''],
    [
      '--plugin <PLUGIN[@MARKET]>',
      { long: '--plugin', takes_value: true, value_name: 'PLUGIN[@MARKET]' },
      '',
    ],
    ['--way <A|B|C>', { long: '--way', takes_value: true, value_name: 'A|B|C' }, ''],
    ['--name <first name>', { long: '--name', takes_value: true, value_name: 'first name' }, ''],
    [
      '-p, -P, --port, --harbour <N>',
      { long: '--port', short: '-p', takes_value: true, value_name: 'N', aliases: ['-P', '--harbour'] },
      '',
    ],
    ['--old  [DEPRECATED] text', { long: '--old', takes_value: false }, '[DEPRECATED] text'],
    ['--level [default: 1]', { long: '--level', takes_value: false }, '[default: 1]'],
    ['--first  --second is needed', { long: '--first', takes_value: false }, '--second is needed'],
  ])('%s', (text, flag, rest) => {
    expect(record(text, CLAP)).toEqual([flag, rest]);
  });

  it.each(['- bullet', '-- dashes', '--', '-', '---', '--flag.', '--flag), text', '`--x`', 'text', ''])(
    '%s is none',
    (text) => {
      expect(record(text, CLAP)).toBeUndefined();
    },
  );
});

describe('flags with values of any form', () => {
  it.each([
    [
      '-f FILE, --file FILE  Read',
      { long: '--file', short: '-f', takes_value: true, value_name: 'FILE' },
      'Read',
    ],
    ['-f, --file=FILE', { long: '--file', short: '-f', takes_value: true, value_name: 'FILE' }, ''],
    ['--file=<name>  Read', { long: '--file', takes_value: true, value_name: 'name' }, 'Read'],
    [
      '--color[=WHEN]  Paint',
      { long: '--color', takes_value: true, value_name: 'WHEN', value_optional: true, value_attached: true },
      'Paint',
    ],
    ['--name string   The name', { long: '--name', takes_value: true, value_name: 'string' }, 'The name'],
    ['-a, --all            All', { long: '--all', short: '-a', takes_value: false }, 'All'],
    ['--[no-]progress  Show', { long: '--progress', takes_value: false, aliases: ['--no-progress'] }, 'Show'],
    [
      '--colo[u]r=WHEN  Paint',
      { long: '--color', takes_value: true, value_name: 'WHEN', aliases: ['--colour'] },
      'Paint',
    ],
    ['-o|--output <x>', { long: '--output', short: '-o', takes_value: true, value_name: 'x' }, ''],
    ['-name  A long name', { long: '-name', takes_value: false }, 'A long name'],
    ['-?, --help: text', { long: '--help', short: '-?', takes_value: false }, ': text'],
  ])('%s', (text, flag, rest) => {
    expect(record(text, LOOSE)).toEqual([flag, rest]);
  });

  it('takes any text', () => {
    const piece = fc.constantFrom(
      '-',
      '--a',
      ' ',
      '<',
      '>',
      '[',
      ']',
      '=',
      '...',
      ',',
      'V',
      'v',
      '|',
      '/',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom(CLAP, LOOSE), (pieces, grammar) => {
        const spec = readFlagSpec(pieces.join(''), grammar);
        expect(spec === undefined || spec.names.every((name) => name.startsWith('-'))).toBe(true);
      }),
    );
  });
});
