import { findOrphans, type Orphans } from '@fixpoint/contract-formats';
import type { OpenapiFacts } from './facts';

/** Entries of the committed list that nothing generates any more, and whose files are still there. */
export function orphansOf({ generated, broken, manifest, sources, committed }: OpenapiFacts): Orphans {
  const files = generated.flatMap(({ generations }) => generations.flatMap((generation) => generation.files));
  return findOrphans({
    list: manifest,
    derived: new Set(files.map(({ path }) => path)),
    read: sources,
    broken: new Set(broken.map(({ name }) => name)),
    committed,
  });
}
