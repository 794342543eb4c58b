import type { UnionArg, UnionFlag } from '@fixpoint/surface-formats';
import { argSyntax, flagSyntax } from './unit-syntax';

describe('flagSyntax', () => {
  it.each<[Partial<UnionFlag>, string]>([
    [{ key: '--quiet' }, '--quiet'],
    [{ key: '-q', short: '-q' }, '-q'],
    [
      { key: '--model', long: '--model', short: '-m', takes_value: true, value_name: 'MODEL' },
      '-m, --model <MODEL>',
    ],
    [{ key: '--x', takes_value: true }, '--x <VALUE>'],
    [{ key: '--x', takes_value: true, value_name: 'V', value_attached: true }, '--x=<V>'],
    [
      { key: '--x', takes_value: true, value_name: 'V', value_attached: true, value_optional: true },
      '--x[=<V>]',
    ],
    [{ key: '--x', takes_value: true, value_name: 'V', value_optional: true }, '--x [<V>]'],
    [{ key: '--x', takes_value: true, value_names: ['A', 'B'], repeatable: true }, '--x <A> <B>...'],
  ])('writes %j as %s', (flag, expected) => {
    expect(flagSyntax({ key: '', takes_value: false, available_on: [], ...flag })).toBe(expected);
  });
});

describe('argSyntax', () => {
  it.each<[Partial<UnionArg>, string]>([
    [{}, '[X]'],
    [{ required: true }, '<X>'],
    [{ variadic: true }, '[X]...'],
  ])('writes %j as %s', (arg, expected) => {
    expect(argSyntax({ name: 'X', required: false, variadic: false, available_on: [], ...arg })).toBe(
      expected,
    );
  });
});
