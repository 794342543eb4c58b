import fc from 'fast-check';
import { compileLinearPattern } from './compile-pattern';

const compile = (source: string) => {
  const compiled = compileLinearPattern(source);
  if (!compiled.ok) throw new Error(`${source}: ${compiled.problem}`);
  return compiled.pattern;
};
const ours = (source: string, text: string) =>
  compile(source)
    .matches(text)
    ?.map(({ start, end }) => [start, end]);
const theirs = (source: string, text: string) =>
  [...text.matchAll(new RegExp(source, 'gm'))].map((match) => [match.index, match.index + match[0].length]);

describe('compileLinearPattern', () => {
  it.each([
    ['a|ab', 'abab'],
    ['(?:a|ab)(?:c|bcd)(?:d*)', 'abcd'],
    ['a{2,3}?', 'aaaaaaa'],
    ['[a-c\\d_-]+', 'a1-_z c'],
    ['[^"\\n]+', 'ab"cd\nef'],
    ['^x.*$', 'x1\r\nyx\nx2'],
    ['\\bab\\b', 'ab cab ab'],
    ['\\Bb', 'ab b'],
    ['\\x41\\u0042\\t\\.', 'AB\t.'],
    ['(a*)*b', 'aaab'],
    ['x*', 'axxb'],
    ['[]|[^]', 'q\n'],
    ['\\{\\d{1,}}', '{12}'],
  ])('finds what JavaScript finds: %s', (source, text) => {
    expect(ours(source, text)).toEqual(theirs(source, text));
  });

  it('finds what JavaScript finds, for any pattern that it knows', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\w', '\\b', '^', '$', '\\d');
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        atom,
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a}${b}`),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?'))
          .map(([a, sign]) => `(${a})${sign}`),
      ),
    }));
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', '\n'), maxLength: 12 }),
        (source, text) => {
          // JavaScript gives up an optional round that consumes nothing, which shows in what it prefers then.
          fc.pre(!compile(source).matchesEmpty && !/\\b|\^|\$|\?\?|\*\?|,2\}\?/.test(source));
          expect(ours(source, text)).toEqual(theirs(source, text));
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  it('gives named groups with their places, and leaves out what took no part', () => {
    const pattern = compile('(counter|gauge)!?\\("(?<name>\\w+)"(?:, \\[(?<labels>[^\\]]*)\\])?');
    expect(pattern.names).toEqual(['name', 'labels']);
    expect(pattern.matches('counter("a_total", ["x"]); gauge!("b")')).toEqual([
      {
        start: 0,
        end: 24,
        groups: { name: { text: 'a_total', start: 9 }, labels: { text: '"x"', start: 20 } },
      },
      { start: 27, end: 37, groups: { name: { text: 'b', start: 35 } } },
    ]);
  });

  it('forgets a group of an earlier round', () => {
    expect(compile('(?:(?<a>x)|y)+').matches('xy')).toEqual([{ start: 0, end: 2, groups: {} }]);
  });

  it.each([
    ['(', 'a group is not closed', 0],
    ['a)', 'there is a ")" without "("', 1],
    ['[a', 'a class is not closed', 0],
    ['*a', 'there is nothing to repeat', 0],
    ['a\\', 'the pattern ends with a backslash', 1],
    ['[b-a]', 'a range of a class is out of order', 1],
    ['a{3,2}', 'the bounds of a repetition are out of order', 1],
    ['(?<a>x)(?<a>y)', 'two groups are named "a"', 7],
    ['a{1001}', 'a repetition is bounded by more than 1000', 1],
    ['(?:(?:a{100}){100}){100}', 'the pattern is too large', 0],
  ])('says what is wrong with %s', (source, problem, at) => {
    expect(compileLinearPattern(source)).toEqual({ ok: false, problem, at });
  });

  it.each(['(?=a)', '(?<!a)b', '(a)\\1', '\\k<a>', '\\p{L}', '(?i:a)'])('refuses %s', (source) => {
    expect(compileLinearPattern(source).ok).toBe(false);
  });

  it('says what a pattern is like', () => {
    expect(compile('(?<name>\\w+)_total')).toMatchObject({ matchesEmpty: false, literalLength: 6 });
    expect(compile('(?<name>.*)')).toMatchObject({ matchesEmpty: true, literalLength: 0 });
    expect(compile('(?:abc|d)+')).toMatchObject({ matchesEmpty: false, literalLength: 1 });
  });

  it('is done with patterns on which others hang, and gives up where every match is too much work [FP-SEC-009]', () => {
    expect(compile('(?:a+)+b').matches('a'.repeat(20_000))).toEqual([]);
    expect(compile('a(?:[^]*z)?').matches('a'.repeat(100_000))).toBeUndefined();
  });
});
