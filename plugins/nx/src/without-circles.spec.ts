import { withoutCircles, type Edge } from './without-circles';

const edge = (text: string): Edge => {
  const [source = '', target = ''] = text.split(' -> ');
  return { source, target };
};
const kept = (fixed: readonly string[], wanted: readonly string[]): string[] =>
  withoutCircles(fixed.map(edge), wanted.map(edge)).map(({ source, target }) => `${source} -> ${target}`);

describe('edges without circles', () => {
  it('are all of them where none closes one', () => {
    expect(kept(['a -> b'], ['b -> c', 'a -> c', 'd -> a'])).toEqual(['b -> c', 'a -> c', 'd -> a']);
  });

  it.each([
    ['a fixed one', ['a -> b'], ['b -> a'], []],
    ['one before it', [], ['a -> b', 'b -> a'], ['a -> b']],
    ['a way over others', ['a -> b', 'b -> c'], ['c -> d', 'd -> a', 'd -> e'], ['c -> d', 'd -> e']],
  ])('leave out what closes one with %s', (_name, fixed, wanted, expected) => {
    expect(kept(fixed, wanted)).toEqual(expected);
  });

  it('go round a circle that is there already only once', () => {
    expect(kept(['a -> b', 'b -> a'], ['b -> c', 'c -> a'])).toEqual(['b -> c']);
  });
});
