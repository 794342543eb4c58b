import type { SnapshotArg, SnapshotCommand, SnapshotFlag } from '@fixpoint/surface-formats';
import { comparePaths, pathKey, withoutAbsent } from '@fixpoint/surface-formats';
import { sortArgs, sortFlags } from './order';

/** A merge of two crawls. */
export interface MergedEntries {
  /** In path order. */
  readonly entries: readonly SnapshotCommand[];
  /** Paths that only the second crawl has, in path order. */
  readonly added: readonly (readonly string[])[];
}

/** Merges the entries of a second crawl into those of the first (parity contract §2.8). Paths are unique in each. */
export function mergeReferenceEntries(
  base: readonly SnapshotCommand[],
  extra: readonly SnapshotCommand[],
): MergedEntries {
  const merged = new Map(base.map((entry) => [pathKey(entry.path), entry]));
  const added: (readonly string[])[] = [];
  for (const entry of extra) {
    const known = merged.get(pathKey(entry.path));
    if (known === undefined) added.push(entry.path);
    merged.set(pathKey(entry.path), known === undefined ? entry : mergeEntry(known, entry));
  }
  return {
    entries: [...merged.values()].sort((a, b) => comparePaths(a.path, b.path)),
    added: added.sort(comparePaths),
  };
}

function mergeEntry(known: SnapshotCommand, extra: SnapshotCommand): SnapshotCommand {
  return toReferenceEntry({
    ...known,
    about: known.about ?? extra.about,
    usage: known.usage ?? extra.usage,
    args: mergeArgs(known.args ?? [], extra.args ?? []),
    flags: mergeFlags(known.flags ?? [], extra.flags ?? []),
  });
}

/** The record of one command in the key order of the format; args and flags sorted, left out when there are none. */
export function toReferenceEntry(entry: SnapshotCommand): SnapshotCommand {
  return withoutAbsent<SnapshotCommand>({
    path: entry.path,
    about: entry.about,
    usage: entry.usage,
    platforms: entry.platforms,
    args: entry.args?.length ? sortArgs(entry.args) : undefined,
    flags: entry.flags?.length ? sortFlags(entry.flags) : undefined,
  });
}

/**
 * Adds arguments to a list, by name. An argument that is there becomes required or variadic when the other is, and takes its
 * note only when it has none.
 */
export function mergeArgs(
  known: readonly SnapshotArg[],
  extra: readonly SnapshotArg[],
): readonly SnapshotArg[] {
  const merged = [...known];
  for (const arg of extra) {
    const index = merged.findIndex((other) => other.name === arg.name);
    const other = merged[index];
    if (other === undefined) merged.push(arg);
    else merged[index] = mergeArg(other, arg);
  }
  return merged;
}

function mergeArg(known: SnapshotArg, extra: SnapshotArg): SnapshotArg {
  return withoutAbsent<SnapshotArg>({
    name: known.name,
    required: known.required || extra.required,
    variadic: known.variadic || extra.variadic,
    note: known.note ?? extra.note,
  });
}

/** Adds flags to a list, by long form when the new flag has one, else by short form; what a known flag lacks is filled in. */
export function mergeFlags(
  known: readonly SnapshotFlag[],
  extra: readonly SnapshotFlag[],
): readonly SnapshotFlag[] {
  const merged = [...known];
  for (const flag of extra) {
    const index = merged.findIndex((other) => isSameFlag(other, flag));
    const other = merged[index];
    if (other === undefined) merged.push(flag);
    else merged[index] = mergeFlag(other, flag);
  }
  return merged;
}

function isSameFlag(known: SnapshotFlag, extra: SnapshotFlag): boolean {
  return extra.long === undefined ? known.short === extra.short : known.long === extra.long;
}

function mergeFlag(known: SnapshotFlag, extra: SnapshotFlag): SnapshotFlag {
  return withoutAbsent<SnapshotFlag>({
    long: known.long ?? extra.long,
    short: known.short ?? extra.short,
    takes_value: known.takes_value || extra.takes_value,
    value_name: known.value_name ?? extra.value_name,
    repeatable: known.repeatable ?? extra.repeatable,
  });
}
