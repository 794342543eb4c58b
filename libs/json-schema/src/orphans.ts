import { GENERATED_SCHEMAS } from '@fixpoint/contract-formats';
import type { Finding } from '@fixpoint/model';
import type { SchemasFacts } from './facts';
import type { GeneratedEntry } from './generated/generated-list';

/** Files of the committed list that nothing generates any more and that are as they were generated, so that they can go. */
export function removable(facts: SchemasFacts): string[] {
  return orphansOf(facts)
    .filter(({ path, sha256 }) => facts.committed.get(path) === sha256)
    .map(({ path }) => path);
}

/** Orphans that were changed by hand, which are left where they are. */
export function editedOrphans(facts: SchemasFacts): Finding[] {
  return orphansOf(facts)
    .filter(({ path, sha256 }) => facts.committed.get(path) !== sha256)
    .map(({ path, document, generator }) => ({
      id: 'regen-schema/orphan-edited',
      severity: 'error',
      message: `${path} was generated for ${document} by ${generator}; nothing generates it now, and it was changed since, so it is not removed`,
      file: path,
      fix: `remove ${path}, or keep it as a file of your own by removing its entry from ${GENERATED_SCHEMAS}`,
    }));
}

function orphansOf({ schemas, broken, list, committed }: SchemasFacts): GeneratedEntry[] {
  const derived = new Set(schemas.flatMap(({ generated }) => generated.map(({ path }) => path)));
  // A schema that is written by hand now is no orphan of the time when it was generated.
  const read = new Set(schemas.map(({ config }) => config.schema));
  const kept = new Set(broken.map(({ file }) => file));
  return list.filter(
    ({ path, document }) =>
      committed.has(path) && !derived.has(path) && !read.has(path) && !kept.has(document),
  );
}
