import { createHash } from 'node:crypto';
import type { FilePort } from '@fixpoint/model';
import {
  hashedHelpPage,
  nestedHelpPage,
  pathKey,
  rawHelpDirectory,
  type Snapshot,
} from '@fixpoint/surface-formats';
import type { HelpPageRef } from './source';

/** Which pages are looked for. */
export interface HelpPageScope {
  readonly version: string;
  readonly target: string;
  readonly snapshot: Snapshot;
  /** Captured pages that are there at all, relative to the root. */
  readonly captured: ReadonlySet<string>;
}

/** The captured help pages of a snapshot's commands, by `pathKey`, in whichever of the two layouts they were captured. */
export async function collectHelpPages(
  files: FilePort,
  scope: HelpPageScope,
): Promise<ReadonlyMap<string, HelpPageRef>> {
  const { version, target, snapshot, captured } = scope;
  if (captured.size === 0) return new Map();
  const pages = await Promise.all(
    snapshot.commands.map(async ({ path }): Promise<[string, HelpPageRef][]> => {
      const places = [nestedHelpPage, hashedHelpPage].map(
        (page) => rawHelpDirectory(version, target) + page(path),
      );
      const ref = places.find((place) => captured.has(place));
      const bytes = ref === undefined ? undefined : await files.readBytes(ref);
      if (ref === undefined || bytes === undefined) return [];
      return [[pathKey(path), { ref, sha256: createHash('sha256').update(bytes).digest('hex') }]];
    }),
  );
  return new Map(pages.flat());
}
