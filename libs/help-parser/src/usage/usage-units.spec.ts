import * as fc from 'fast-check';
import { usageUnits } from './usage-units';

const COUNTS: Record<string, number> = { '--switch': 0, '--pair': 2, '-f': 1 };
const read = (form: string): string[] => {
  const { args, requiredFlags } = usageUnits(form, (flag) => COUNTS[flag]);
  const shown = args.map(
    (arg) => `${arg.required ? `<${arg.name}>` : `[${arg.name}]`}${arg.variadic ? '...' : ''}`,
  );
  return [...shown, ...requiredFlags];
};

describe('usageUnits', () => {
  it.each([
    ['[OPTIONS] <NAME> [PATH]...', ['<NAME>', '[PATH]...']],
    ['[OPTIONS] <A> <B>...', ['<A>', '<B>...']],
    ['[PATH ...] [FILE...] <X...>', ['[PATH]...', '[FILE]...', '<X>...']],
    ['[options] [message..]', ['[message]...']],
    ['PATTERN [PATH]', ['<PATTERN>', '[PATH]']],
    ['[OPTION]... SOURCE... DEST', ['<SOURCE>...', '<DEST>']],
    ['[FLAGS] [GLOBAL OPTIONS] <X>', ['<X>']],
    ['<PLUGIN[@MARKET]> <KEY=VALUE>', ['<PLUGIN[@MARKET]>', '<KEY=VALUE>']],
    ['[OPTIONS] <NAME> (--url <URL> | -- <COMMAND>...)', ['<NAME>', '[COMMAND]...']],
    ['<--url <URL>|-- <COMMAND>...> <NAME>', ['[COMMAND]...', '<NAME>']],
    ['<--all|FILE>', ['[FILE]']],
    ['<AUTO|CIMD>', ['<AUTO|CIMD>']],
    ['[-- <ARGS>...]', ['[ARGS]...']],
    ['(<A> <B>)...', ['<A>...', '<B>...']],
    ['[<A> [<B>]]', ['[A]', '[B]']],
    ['--env <ENV> [QUERY]', ['[QUERY]', '--env']],
    ['--env=<ENV> -f <X> <Y>', ['<Y>', '--env', '-f']],
    ['--switch <FILE> --pair <A> <B> <C>', ['<FILE>', '<C>', '--switch', '--pair']],
    ['[--flag <V>] [--other=<V>] [--third[=<V>]] <X>', ['<X>']],
    ['--flag FILE --flag=FILE <X>', ['<X>', '--flag', '--flag']],
    ['-', []],
    ['', []],
  ])('%s', (form, expected) => {
    expect(read(form)).toEqual(expected);
  });

  it('takes any text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '<',
      '>',
      '(',
      ')',
      '|',
      '...',
      '.',
      '-',
      '--x',
      'A',
      'a',
      ' ',
      '=',
      '{',
      '}',
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => expect(read(pieces.join(''))).toBeDefined()));
  });
});
