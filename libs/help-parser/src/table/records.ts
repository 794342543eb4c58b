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

/** Keeps the first record of each flag and adds the spellings that a repeated row has beside it: `-V, --version`, `-v, --version`. */
export function mergeRepeats(flags: readonly SnapshotFlag[]): SnapshotFlag[] {
  const merged = new Map<string | undefined, SnapshotFlag>();
  for (const flag of flags) {
    const key = flag.long ?? flag.short;
    const known = merged.get(key);
    merged.set(key, known === undefined ? flag : withSpellings(known, flag));
  }
  return [...merged.values()];
}

function withSpellings(flag: SnapshotFlag, other: SnapshotFlag): SnapshotFlag {
  const known = [flag.long, flag.short, ...(flag.aliases ?? [])];
  const added = [other.short, ...(other.aliases ?? [])].filter(
    (name): name is string => name !== undefined && !known.includes(name),
  );
  return added.length === 0 ? flag : { ...flag, aliases: [...(flag.aliases ?? []), ...added] };
}
