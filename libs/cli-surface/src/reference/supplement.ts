import { toReferenceEntry } from '@fixpoint/help-parser';
import { compareBytes, comparePaths, pathKey, type SnapshotCommand } from '@fixpoint/surface-formats';

/** `supplement/commands.json` of rules version 1: commands that help does not show. */
export interface ReferenceSupplement {
  readonly version: 1;
  readonly commands: readonly ReferenceSupplementCommand[];
}

/** One command of a supplement. */
export interface ReferenceSupplementCommand {
  readonly path: readonly string[];
  readonly platforms?: readonly string[];
  readonly note: string;
}

/** Entries with the supplement's own, and what was added, for `known_omissions`. */
export interface SupplementedEntries {
  /** In path order. */
  readonly entries: readonly SnapshotCommand[];
  /** Sorted, each once. */
  readonly omissions: readonly string[];
}

/**
 * Adds a supplement's commands (parity contract §2.9). Platforms are recorded, never compared with the snapshot's own: the
 * reference adds a command for one platform everywhere.
 */
export function applySupplement(
  entries: readonly SnapshotCommand[],
  supplement: ReferenceSupplement | undefined,
): SupplementedEntries {
  const byPath = new Map(entries.map((entry) => [pathKey(entry.path), entry]));
  const omissions = new Set<string>();
  for (const item of supplement?.commands ?? []) {
    const known = byPath.get(pathKey(item.path));
    const entry = known ?? { path: item.path };
    const differs = item.platforms !== undefined && !isSameList(item.platforms, entry.platforms);
    if (known !== undefined && !differs) continue;
    byPath.set(
      pathKey(item.path),
      differs ? toReferenceEntry({ ...entry, platforms: item.platforms }) : entry,
    );
    omissions.add(`supplement/commands.json:v1:${item.path.join(' ')}`);
  }
  return {
    entries: [...byPath.values()].sort((a, b) => comparePaths(a.path, b.path)),
    omissions: [...omissions].sort(compareBytes),
  };
}

function isSameList(a: readonly string[], b: readonly string[] | undefined): boolean {
  return a.length === b?.length && a.every((item, index) => item === b[index]);
}
