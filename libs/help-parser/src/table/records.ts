import { type SnapshotArg, type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import type { ListedCommand } from '../page';
import { type Annotated, readAnnotations } from './annotations';
import type { ArgSpec } from './arg-spec';
import { type FlagSpec, toFlag } from './flag-spec';

/** Reads the facts that a grammar writes into descriptions. */
export type ReadFacts = (description: string) => Annotated;

/** The record of a row of a flag table. */
export function flagRecord(
  spec: FlagSpec,
  description: string,
  read: ReadFacts = readAnnotations,
): SnapshotFlag {
  const { text, aliases: longs, shortAliases: shorts, ...facts } = read(description);
  const flag = toFlag(spec);
  const aliases = [
    ...(flag.aliases ?? []),
    ...longs.map((name) => (name.startsWith('-') ? name : `--${name}`)),
    ...shorts.map((name) => (name.startsWith('-') ? name : `-${name}`)),
  ];
  return withoutAbsent({
    ...flag,
    aliases: aliases.length > 0 ? aliases : undefined,
    ...facts,
    description: text || undefined,
  });
}

/** The record of a row of an argument table. */
export function argRecord(
  spec: ArgSpec,
  description: string,
  read: ReadFacts = readAnnotations,
): SnapshotArg {
  const { text, default: fallback, choices, env, required, repeatable } = read(description);
  return withoutAbsent({
    ...spec,
    required: spec.required || required === true,
    variadic: spec.variadic || repeatable === true,
    note: text || undefined,
    default: fallback,
    choices,
    env,
  });
}

/** The record of a row of a command table. */
export function commandRecord(
  names: readonly string[],
  description: string,
  read: ReadFacts = readAnnotations,
): ListedCommand {
  const { text, aliases, shortAliases } = read(description);
  const [name = '', ...others] = names;
  return withoutAbsent({ name, aliases: [...others, ...aliases, ...shortAliases], about: text || undefined });
}

/** Keeps the first record of each name; pages repeat rows under several headings. */
export function withoutRepeats<T>(records: readonly T[], key: (record: T) => string | undefined): T[] {
  const seen = new Set<string | undefined>();
  return records.filter((record) => !seen.has(key(record)) && seen.add(key(record)) !== undefined);
}

/**
 * One record for each flag: a long name that comes again adds its other spellings to the first, and a short one that comes
 * again is dropped.
 */
export function mergeRepeats(flags: readonly SnapshotFlag[]): SnapshotFlag[] {
  const merged = new Map<string | undefined, SnapshotFlag>();
  for (const flag of flags) {
    const key = flag.long ?? flag.short;
    const first = merged.get(key);
    merged.set(key, first === undefined ? flag : withSpellings(first, flag));
  }
  return [...merged.values()];
}

function withSpellings(first: SnapshotFlag, again: SnapshotFlag): SnapshotFlag {
  const known = new Set(spellings(first));
  const added = spellings(again).filter((name) => !known.has(name));
  if (added.length === 0) return first;
  const [short] = first.short === undefined && again.short !== undefined ? [again.short] : [];
  const aliases = [...(first.aliases ?? []), ...added.filter((name) => name !== short)];
  return withoutAbsent({
    ...first,
    short: first.short ?? short,
    aliases: aliases.length > 0 ? aliases : undefined,
  });
}

/** All spellings of a flag. */
export function spellings(flag: SnapshotFlag): string[] {
  return [flag.long, flag.short, ...(flag.aliases ?? [])].filter((name) => name !== undefined);
}
