import type { SourceFlag } from '@fixpoint/help-parser';
import { pathKey, withoutAbsent, type HiddenSource, type SnapshotFlag } from '@fixpoint/surface-formats';
import type { ShownFlags, UnlistedFlag } from '../sources';
import type { KnownSurface } from './committed';
import type { FlagProbe } from './flag-probe';
import { spellings } from './merge-pages';
import type { SurfaceTree } from './surface-tree';

/** Flags that a command accepts and its page does not show, by `pathKey` of the command. */
export type HiddenFlags = ReadonlyMap<string, readonly SnapshotFlag[]>;

/** Every spelling that a command's page shows. */
export function shownFlags(tree: SurfaceTree, helpFlag: string): ShownFlags {
  return (path) => {
    const page = tree.get(pathKey(path))?.read?.page;
    // Pages that do not list their own help flag do not hide it either.
    return page && new Set([...page.flags.flatMap(spellings), helpFlag, '--help', '-h']);
  };
}

/** A flag that may be accepted, and the sources that say so; without source it is a mere question. */
export interface Candidate extends UnlistedFlag {
  readonly sources: readonly HiddenSource[];
}

/** Flags of committed snapshots that the pages of this version do not show. */
export function formerFlags(surface: KnownSurface, shown: ShownFlags): Candidate[] {
  return surface.commands.flatMap(({ path, flags }) => {
    const names = shown(path);
    if (names === undefined) return [];
    return flags
      .filter(({ name }) => !names.has(name))
      .map(({ name, takesValue }) => ({ path, flag: { names: [name], takesValue }, sources: [] }));
  });
}

/** The flags that second sources list or the probe accepts, with the sources that say so. */
export async function findHiddenFlags(
  listed: readonly Candidate[],
  former: readonly Candidate[],
  probe: FlagProbe | undefined,
): Promise<HiddenFlags> {
  const candidates = mergeCandidates([...listed, ...(probe === undefined ? [] : former)]);
  const flags = await Promise.all(candidates.map((candidate) => examine(candidate, probe)));
  const byCommand = new Map<string, SnapshotFlag[]>();
  for (const [index, flag] of flags.entries()) {
    if (flag === undefined) continue;
    const key = pathKey((candidates[index] as Candidate).path);
    byCommand.set(key, [...(byCommand.get(key) ?? []), flag]);
  }
  return byCommand;
}

// What an earlier source tells of a flag stands; a later one adds.
function mergeCandidates(candidates: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = [];
  const bySpelling = new Map<string, number>();
  for (const candidate of candidates) {
    const keys = candidate.flag.names.map((name) => `${pathKey(candidate.path)} ${name}`);
    const at = keys.map((key) => bySpelling.get(key)).find((index) => index !== undefined) ?? merged.length;
    merged[at] = mergeTwo(merged[at], candidate);
    for (const key of keys) if (!bySpelling.has(key)) bySpelling.set(key, at);
  }
  return merged;
}

function mergeTwo(known: Candidate | undefined, candidate: Candidate): Candidate {
  if (known === undefined) return candidate;
  return {
    path: known.path,
    flag: {
      ...candidate.flag,
      ...known.flag,
      names: [...new Set([...known.flag.names, ...candidate.flag.names])],
      takesValue: known.flag.takesValue === true || candidate.flag.takesValue === true,
    },
    sources: [...new Set([...known.sources, ...candidate.sources])],
  };
}

async function examine(
  { path, flag, sources }: Candidate,
  probe: FlagProbe | undefined,
): Promise<SnapshotFlag | undefined> {
  const name = flag.names.find(isLong) ?? (flag.names[0] as string);
  const verdict = await probe?.ask(path, name);
  const accepted = verdict === 'switch' || verdict === 'value';
  if (sources.length === 0 && !accepted) return undefined;
  const takesValue = flag.takesValue === true || verdict === 'value';
  return toRecord({ ...flag, takesValue }, accepted ? [...sources, 'probe'] : sources);
}

function toRecord(flag: SourceFlag, seenIn: readonly HiddenSource[]): SnapshotFlag {
  const long = flag.names.find(isLong);
  const short = flag.names.find((name) => !isLong(name));
  const aliases = flag.names.filter((name) => name !== long && name !== short);
  const { valueName, choices } = flag;
  return withoutAbsent<SnapshotFlag>({
    long,
    short,
    takes_value: flag.takesValue === true,
    ...(flag.takesValue === true && { value_name: valueName, default: flag.default, choices }),
    repeatable: flag.repeatable === true ? true : undefined,
    aliases: aliases.length > 0 ? aliases : undefined,
    required: flag.required === true ? true : undefined,
    description: flag.description,
    hidden: true,
    seen_in: seenIn,
  });
}

// `-name` with one dash is a long name of the Go kind.
function isLong(name: string): boolean {
  return name.startsWith('--') || Array.from(name).length > 2;
}
