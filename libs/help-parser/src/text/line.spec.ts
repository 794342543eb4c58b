import { joinLines, leastIndent, toLines } from './line';

describe('lines', () => {
  it('know their indentation', () => {
    expect(toLines('a\n  b c \n\n')).toEqual([
      { indent: 0, text: 'a' },
      { indent: 2, text: 'b c' },
      { indent: 0, text: '' },
    ]);
    expect(toLines('')).toEqual([]);
    expect(leastIndent(toLines('\n   a\n  b'))).toBe(2);
    expect(leastIndent(toLines('\n'))).toBe(0);
  });

  it('are joined without common indentation, with one blank line between paragraphs', () => {
    expect(joinLines(toLines('\n\n    a\n      b\n\n\n\n    c\n\n'))).toBe('a\n  b\n\nc');
    expect(joinLines(toLines('\n'))).toBe('');
  });
});
