import { readArguments } from './arguments';

const KNOWN = ['a', 'b'];

describe('readArguments', () => {
  it('runs everything in five rounds unless told otherwise', () => {
    expect(readArguments([], KNOWN)).toEqual({
      benchmarks: KNOWN,
      json: false,
      rounds: 5,
      size: undefined,
      profileDirectory: undefined,
    });
    expect(
      readArguments(['b', '--json', '--rounds', '7', '--size=10000', '--profile', 'out'], KNOWN),
    ).toEqual({ benchmarks: ['b'], json: true, rounds: 7, size: 10_000, profileDirectory: 'out' });
  });

  it.each([[['c']], [['--rounds', '0']], [['--size', 'many']], [['--fast']]])('refuses %j', (args) => {
    expect(() => readArguments(args, KNOWN)).toThrow();
  });
});
