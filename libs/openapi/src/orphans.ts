import type { Finding } from '@fixpoint/model';
import type { OpenapiFacts } from './facts';
import { MANIFEST, type ManifestEntry } from './manifest/manifest';

/** Entries of the committed manifest that nothing generates any more, and whose files are still there. */
export function orphansOf({
  generated,
  broken,
  manifest,
  sources,
  committed,
}: OpenapiFacts): ManifestEntry[] {
  const derived = new Set(
    generated.flatMap(({ generations }) => generations.flatMap(({ files }) => files.map(({ path }) => path))),
  );
  const kept = new Set(broken.map(({ name }) => name));
  return manifest.filter(
    ({ path, document }) =>
      committed.has(path) && !derived.has(path) && !sources.has(path) && !kept.has(document),
  );
}

/** Whether a file is still what was generated; one that somebody has changed since is nobody's to remove. */
export function isUntouched({ committed }: OpenapiFacts, { path, sha256 }: ManifestEntry): boolean {
  return committed.get(path) === sha256;
}

/** Orphans that were changed by hand, which are left where they are. */
export function editedOrphans(facts: OpenapiFacts): Finding[] {
  return orphansOf(facts)
    .filter((entry) => !isUntouched(facts, entry))
    .map(({ path, document, generator }) => ({
      id: 'regen-openapi/orphan-edited',
      severity: 'error',
      message: `${path} was generated from "${document}" by ${generator}; nothing generates it now, and it was changed since, so it is not removed`,
      file: path,
      fix: `remove ${path}, or keep it as a file of your own by removing its entry from ${MANIFEST}`,
    }));
}
