import {
  asciiLower,
  isIndented,
  strip,
  stripEnd,
  trim,
  trimEnd,
  trimStart,
  withoutDots,
  words,
} from './text';

describe('white space', () => {
  it('is what Unicode calls so: U+0085 and U+3000 are, U+FEFF and U+200B are not', () => {
    expect(trim('\u0085\u3000 a\u00a0b \u2028\t')).toBe('a\u00a0b');
    expect(trim('\ufeffa\u200b')).toBe('\ufeffa\u200b');
    expect(trimStart(' \u1680a ')).toBe('a ');
    expect(trimEnd(' a\u202f\u205f')).toBe(' a');
  });

  it('parts words', () => {
    expect(words(' one\u00a0two\u0085three\ufeff ')).toEqual(['one', 'two', 'three\ufeff']);
    expect(words(' \n\t')).toEqual([]);
  });

  it('is trimmed in linear time', () => {
    const gap = ' '.repeat(200_000);
    expect(trim(`${gap}a${gap}b${gap}`)).toHaveLength(200_002);
  });

  it('counts as indentation only when it is a space or a tab', () => {
    expect([' a', '\ta', '\u00a0a', 'a', ''].map(isIndented)).toEqual([true, true, false, false, false]);
  });
});

it('lowers the case of ASCII letters only', () => {
  expect(asciiLower('USAGE: \u212a\u0130\u00c4')).toBe('usage: \u212a\u0130\u00c4');
});

it('strips characters of a set', () => {
  expect(strip('(|a|b)|', '()|')).toBe('a|b');
  expect(stripEnd('a::', ':')).toBe('a');
  expect(strip('()', '()')).toBe('');
});

it('takes one ellipsis off', () => {
  expect(withoutDots('A......')).toEqual({ rest: 'A...', variadic: true });
  expect(withoutDots('A..')).toEqual({ rest: 'A..', variadic: false });
});
