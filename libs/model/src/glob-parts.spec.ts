import { isOutsideGlob, plainGlob, staticBase } from './glob-parts';

describe('parts of globs', () => {
  it.each([
    ['specs/**/*.md', false, 'specs/**/*.md', 'specs'],
    ['./specs/a.md', false, 'specs/a.md', 'specs'],
    ['!./specs/{a,b}/*.md', false, '!specs/{a,b}/*.md', ''],
    ['../a/b/*/c.md', true, '../a/b/*/c.md', '../a/b'],
    ['!.././a.md', true, '!.././a.md', ''],
    ['..a/*.md', false, '..a/*.md', '..a'],
    ['*.md', false, '*.md', ''],
  ])('of %s', (glob, outside, plain, base) => {
    expect([isOutsideGlob(glob), plainGlob(glob), staticBase(plain)]).toEqual([outside, plain, base]);
  });
});
