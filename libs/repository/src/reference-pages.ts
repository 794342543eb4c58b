import { success, type Artifact, type Derivation } from '@fixpoint/model';

/** One page of the reference, made from the product's own tables. */
export type ReferencePage = Artifact;

/**
 * `docs/reference/`: pages that follow from the product itself. The pages are handed in by whoever can see all of the product;
 * this derivation only says which files they are, so that a page nothing makes any more is found.
 */
export function referencePagesDerivation(pages: () => readonly ReferencePage[]): Derivation<unknown, null> {
  return {
    id: 'reference-pages',
    summary: 'Reference pages and JSON Schemas that follow from the code',
    owns: () => ['docs/reference/**/*'],
    fix: () => 'npx nx run workspace:reference-pages',
    collect: () => Promise.resolve(success(null)),
    derive: () => success([...pages()].sort((a, b) => (a.path < b.path ? -1 : 1))),
  };
}
