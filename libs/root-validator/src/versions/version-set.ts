import { compareVersions, shellWord } from '@fixpoint/surface-formats';
import type { Violation } from '../findings/violation';
import type { PointerContext, PointerValues } from '../pointers/check-pointers';
import { placed } from '../shared/fixes';
import { shown } from '../shared/words';
import { listingAt } from '../view/tree';

/** The directory with one metadata file per version. */
export const VERSIONS_DIRECTORY = 'versions';

/** The versions that a root speaks of: what pointers name and what has metadata, the oldest first (parity contract §9.3 c). */
export function versionSet(context: PointerContext, pointers: PointerValues): readonly string[] {
  const described = versionStems(context).filter(context.rules.isStableVersion);
  const all = [...pointedVersions(pointers), ...described, ...context.rules.policy.versionsOnDisk];
  return [...new Set(all)].sort(compareVersions);
}

/** The versions that some pointer names. */
export function pointedVersions({
  minSupported,
  latestValidated,
  byTarget,
}: PointerValues): readonly string[] {
  const named = [minSupported, latestValidated, ...byTarget.map(({ version }) => version)];
  return named.filter((version) => version !== undefined);
}

/** What is wrong with the directory of metadata files itself. */
export function checkVersionFiles(context: PointerContext): readonly Violation[] {
  const { view, rules } = context;
  const listing = listingAt(view, VERSIONS_DIRECTORY);
  if (listing.kind === 'unreadable') {
    return [
      {
        code: 'VERSIONS_DIR_UNREADABLE',
        path: VERSIONS_DIRECTORY,
        unit: 'versions',
        message: `${VERSIONS_DIRECTORY} cannot be listed: ${listing.reason}`,
        fix: `make ${placed(view, VERSIONS_DIRECTORY)} a directory that can be read`,
      },
    ];
  }
  const strange = versionStems(context).filter((stem) => !rules.isStableVersion(stem));
  return strange.map((stem) => {
    const path = `${VERSIONS_DIRECTORY}/${stem}.json`;
    return {
      code: 'VERSION_FILE_INVALID_NAME',
      path,
      unit: 'versions',
      keyOrName: stem,
      field: 'filename',
      message: `${path} is not named after a stable version: ${shown(stem)}`,
      fix: `rename it after the version it describes, or: git rm ${shellWord(placed(view, path))}`,
    };
  });
}

function versionStems({ view }: PointerContext): readonly string[] {
  const listing = listingAt(view, VERSIONS_DIRECTORY);
  if (listing.kind !== 'listed') return [];
  return listing.names.filter((name) => /.\.json$/.test(name)).map((name) => name.slice(0, -'.json'.length));
}
