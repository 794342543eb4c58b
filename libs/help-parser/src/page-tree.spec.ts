import { locatePages } from './page-tree';

const places = (files: string[], top = 'top'): string[] =>
  locatePages(files, top).map(({ tool, path }) => [tool, ...path].join(' '));

describe('locatePages', () => {
  it('reads the directory of one tool, whose pages may be named pages', () => {
    expect(
      places(['_root.txt', 'add.txt', 'pages/list.txt', 'pages/_meta.json', 'remote/add.txt'], 'demo'),
    ).toEqual(['demo', 'demo add', 'demo pages list', 'demo remote add']);
    expect(places(['_meta.json', 'run.txt'], 'demo')).toEqual(['demo run']);
    expect(places(['a.txt', 'a/b.txt'], 'demo')).toEqual(['demo a', 'demo a b']);
  });

  it('reads a directory of tools, and leaves alone what is beside them', () => {
    const files = ['a/_meta.json', 'a/_root.txt', 'a/x/y.txt', 'b/z.txt', 'notes.txt'];
    expect(places(files)).toEqual(['a', 'a x y', 'b z']);
  });

  it('reads a directory with one of tools in it', () => {
    const files = ['README.md', 'pages/a/_root.txt', 'pages/a/x.txt', 'truth/a.txt', 'notes.txt'];
    expect(places(files)).toEqual(['a', 'a x']);
  });

  it('finds nothing where nothing is', () => {
    expect(places([])).toEqual([]);
    expect(places(['a/b.md'])).toEqual([]);
  });
});
