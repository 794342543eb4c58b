import { referencePagesDerivation } from './reference-pages';

describe('referencePagesDerivation', () => {
  const derivation = referencePagesDerivation(() => [
    { path: 'docs/reference/b.md', text: 'b\n' },
    { path: 'docs/reference/a.md', text: 'a\n' },
  ]);

  it('gives the pages it was handed, sorted by path', () => {
    const derived = derivation.derive(null, {});
    expect(derived.ok && derived.value.map(({ path }) => path)).toEqual([
      'docs/reference/a.md',
      'docs/reference/b.md',
    ]);
  });

  it('owns the whole folder, so that a page nothing makes any more is an orphan', () => {
    expect(derivation.owns({}, { check: true })).toEqual(['docs/reference/**/*']);
  });
});
