/** A place of a root where each version has something of its own. */
export interface VersionPlace {
  /** A directory of the root. */
  readonly directory: string;
  /** Each version has a directory there, or one file with this ending. */
  readonly holds: 'directory' | '.json';
}

/** Every place of a root where versions have something of their own; what is pruned with a version stands here. */
export const VERSION_PLACES: readonly VersionPlace[] = [
  { directory: 'snapshots', holds: 'directory' },
  { directory: 'raw_help', holds: 'directory' },
  { directory: 'reports', holds: 'directory' },
  { directory: 'validations', holds: 'directory' },
  { directory: 'diffs', holds: '.json' },
  { directory: 'versions', holds: '.json' },
];

/** Where a version lies in a place, relative to the root. */
export function placeOf({ directory, holds }: VersionPlace, version: string): string {
  return holds === 'directory' ? `${directory}/${version}` : `${directory}/${version}${holds}`;
}
