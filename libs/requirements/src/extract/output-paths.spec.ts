import { specsRoot } from '../test-support';
import { outputPaths } from './output-paths';

const config = (files: readonly string[]) => {
  const { specs } = specsRoot({ files });
  if (specs === undefined) throw new Error('there are no specs');
  return specs;
};

describe('outputPaths', () => {
  it.each([
    ['.specs/**/*.md', '.specs/a/b.md', 'requirements/a/b.yaml'],
    ['docs/specs/*.md', 'docs/specs/b.c.md', 'requirements/b.c.yaml'],
    ['**/*.md', 'libs/x/.specs/b.md', 'requirements/libs/x/b.yaml'],
    ['libs/*/specs/*.md', 'libs/x/specs/b.md', 'requirements/x/b.yaml'],
    ['../specs/*.md', '../specs/b.md', 'requirements/b.yaml'],
    ['docs/spec.md', 'docs/spec.md', 'requirements/docs/spec.yaml'],
  ])('for %s and %s is %s', (glob, file, path) => {
    expect(outputPaths([file], config([glob])).paths.get(file)).toBe(path);
  });

  it('goes by the glob that takes most of the path', () => {
    const { paths } = outputPaths(['s/a/b.md'], config(['s/**/*.md', 's/a/*.md', '!s/x.md']));
    expect(paths.get('s/a/b.md')).toBe('requirements/a/b.yaml');
  });
});
