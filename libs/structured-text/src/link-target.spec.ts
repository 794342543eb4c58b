import { counted } from './counted';
import { linkTarget } from './link-target';
import { paddedTable } from './table';
import { notUtf8, tooLarge } from './unreadable-text';

describe('linkTarget', () => {
  it.each([
    ['page.md', 'specs/a.md', undefined, 'specs/a.md'],
    ['out/deep/page.md', 'specs/a.md', 'specs/a.md#b-(c)', '../../specs/a.md#b-%28c%29'],
    ['specs/page.md', 'specs/a.md', 'specs/a.md#ä', 'a.md#%C3%A4'],
    ['out/page.md', '../x/a b|c.md', undefined, '../../x/a%20b%7Cc.md'],
    ['page.md', 'a#b?.md', 'a#b?.md#c', 'a%23b%3F.md#c'],
  ])('leads from %s to %s (%s)', (page, file, place, target) => {
    expect(linkTarget(page, file, place)).toBe(target);
  });
});

describe('paddedTable', () => {
  it('is as wide as its widest cells, wide letters and marks counted as they are shown', () => {
    expect(
      paddedTable(
        ['a', 'count'],
        [
          ['漢字', 1],
          ['e\u0301', 20],
        ],
      ),
    ).toBe(['| a    | count |', '| ---- | ----: |', '| 漢字 |     1 |', '| e\u0301    |    20 |'].join('\n'));
  });
});

describe('what is said of files', () => {
  it('has one wording', () => {
    const file = { derivation: 'x', file: 'a.md', fix: 'split it' };
    expect(notUtf8(file)).toMatchObject({ id: 'x/not-utf8', message: 'a.md is not UTF-8 text' });
    expect(tooLarge(file, { size: 9, most: 8, unit: 'bytes' })).toMatchObject({
      message: 'a.md has 9 bytes and is not read: 8 are the most',
      expected: 'at most 8 bytes',
      actual: '9 bytes',
    });
    expect([counted(1, 'line'), counted(2, 'line')]).toEqual(['1 line', '2 lines']);
  });
});
