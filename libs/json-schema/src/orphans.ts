import { findOrphans, type Orphans } from '@fixpoint/contract-formats';
import type { SchemasFacts } from './facts';

/** Entries of the committed list that nothing generates any more, and whose files are still there. */
export function orphansOf({ schemas, broken, list, committed }: SchemasFacts): Orphans {
  return findOrphans({
    list,
    derived: new Set(schemas.flatMap(({ generated }) => generated.map(({ path }) => path))),
    read: new Set(schemas.map(({ config }) => config.schema)),
    broken: new Set(broken.map(({ file }) => file)),
    committed,
  });
}
