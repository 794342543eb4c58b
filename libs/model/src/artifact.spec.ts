import { isRelativeGlob, isRelativePath } from './artifact';

describe('isRelativePath', () => {
  it.each(['a', 'a/b.json', '.', './a', '', 'a..b', '..a', 'a:b', 'é/😀'])('%j is', (path) => {
    expect(isRelativePath(path)).toBe(true);
  });

  it.each(['/', '/a', '\\a', 'C:\\a', 'c:/a', '..', '../a', 'a/../b', 'a\\..\\b', 'a/..', 'a\0'])(
    '%j is not',
    (path) => {
      expect(isRelativePath(path)).toBe(false);
    },
  );
});

describe('isRelativeGlob', () => {
  it.each(['**/*.json', 'a/{b,c}/*', '{1..3}.json', '\\[x\\].json', '\\(a\\)/*', '.dot/**'])(
    '%j is',
    (glob) => {
      expect(isRelativeGlob(glob)).toBe(true);
    },
  );

  it.each(['../*', '/etc/*', 'C:/x/*', '{..,a}/*', 'a/{b,../..}/c', '\\{..\\}/../x'])('%j is not', (glob) => {
    expect(isRelativeGlob(glob)).toBe(false);
  });
});
