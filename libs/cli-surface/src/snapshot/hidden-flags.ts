import { pathKey, type HiddenSource, type SnapshotFlag } from '@fixpoint/surface-formats';
import type { KnownSurface } from './committed';
import type { UnlistedFlag } from './completion';
import type { FlagProbe } from './flag-probe';
import { spellings } from './merge-pages';
import type { SurfaceTree } from './surface-tree';

/** Flags that a command accepts and its page does not show, by `pathKey` of the command. */
export type HiddenFlags = ReadonlyMap<string, readonly SnapshotFlag[]>;

/** Every spelling that a command's page shows; undefined for a command without page, of which nothing can be hidden. */
export function shownFlags(
  tree: SurfaceTree,
  helpFlag: string,
): (path: readonly string[]) => ReadonlySet<string> | undefined {
  return (path) => {
    const page = tree.get(pathKey(path))?.read?.page;
    // Pages that do not list their own help flag do not hide it either.
    return page && new Set([...page.flags.flatMap(spellings), helpFlag, '--help', '-h']);
  };
}

/** A flag that may be accepted, and the source that says so; without source it is a mere question. */
interface Candidate extends UnlistedFlag {
  readonly source?: HiddenSource;
}

/** Flags of committed snapshots that the pages of this version do not show. */
export function formerFlags(
  surface: KnownSurface,
  shown: (path: readonly string[]) => ReadonlySet<string> | undefined,
): UnlistedFlag[] {
  return surface.commands.flatMap(({ path, flags }) => {
    const names = shown(path);
    if (names === undefined) return [];
    return flags
      .filter(({ name }) => !names.has(name))
      .map(({ name, takesValue }) => ({ path, name, takesValue }));
  });
}

/** The flags that a completion script lists or the probe accepts, with the sources that say so. */
export async function findHiddenFlags(
  listed: readonly UnlistedFlag[],
  former: readonly UnlistedFlag[],
  probe: FlagProbe | undefined,
): Promise<HiddenFlags> {
  const candidates = mergeCandidates([
    ...listed.map((flag): Candidate => ({ ...flag, source: 'completion' })),
    ...(probe === undefined ? [] : former),
  ]);
  const flags = await Promise.all(candidates.map((candidate) => examine(candidate, probe)));
  const byCommand = new Map<string, SnapshotFlag[]>();
  for (const [index, flag] of flags.entries()) {
    if (flag === undefined) continue;
    const key = pathKey((candidates[index] as Candidate).path);
    byCommand.set(key, [...(byCommand.get(key) ?? []), flag]);
  }
  return byCommand;
}

function mergeCandidates(candidates: readonly Candidate[]): Candidate[] {
  const byIdentity = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const identity = `${pathKey(candidate.path)} ${candidate.name}`;
    const known = byIdentity.get(identity);
    const takesValue = candidate.takesValue || known?.takesValue === true;
    byIdentity.set(identity, { ...candidate, ...known, takesValue });
  }
  return [...byIdentity.values()];
}

async function examine(
  candidate: Candidate,
  probe: FlagProbe | undefined,
): Promise<SnapshotFlag | undefined> {
  const verdict = await probe?.ask(candidate.path, candidate.name);
  const accepted = verdict === 'switch' || verdict === 'value';
  if (candidate.source === undefined && !accepted) return undefined;
  const seenIn = [candidate.source, accepted ? ('probe' as const) : undefined].filter(
    (source) => source !== undefined,
  );
  return {
    ...(candidate.name.startsWith('--') ? { long: candidate.name } : { short: candidate.name }),
    takes_value: candidate.takesValue || verdict === 'value',
    hidden: true,
    seen_in: seenIn,
  };
}
