import { readLiteral, readLiterals } from './literals';

describe('literals', () => {
  it.each([
    ['"text"', 'text'],
    [String.raw`"a \"b\" \\ c"`, String.raw`a "b" \ c`],
    [String.raw`"C:\dir"`, String.raw`C:\dir`],
    ['3000', '3000'],
    ['true', 'true'],
    ['["a","b"]', '["a","b"]'],
    ['this directory', 'this directory'],
    ['"open', '"open'],
    ['', ''],
  ])('%s is %s', (text, value) => {
    expect(readLiteral(text)).toBe(value);
  });

  it('stand in lists, with or without blanks between them', () => {
    expect(readLiterals('"a", "b, c","d" , 1, true')).toEqual(['a', 'b, c', 'd', '1', 'true']);
    expect(readLiterals('')).toEqual([]);
  });
});
