import { type SnapshotArg, type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import type { ListedCommand } from '../page';
import { readAnnotations } from './annotations';
import type { ArgSpec } from './arg-spec';
import { type FlagSpec, toFlag } from './flag-spec';

/** The record of a row of a flag table. */
export function flagRecord(spec: FlagSpec, description: string): SnapshotFlag {
  const { text, aliases: longs, shortAliases: shorts, ...facts } = readAnnotations(description);
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
export function argRecord(spec: ArgSpec, description: string): SnapshotArg {
  const { text, default: fallback, choices, env } = readAnnotations(description);
  return withoutAbsent({ ...spec, note: text || undefined, default: fallback, choices, env });
}

/** The record of a row of a command table. */
export function commandRecord(names: readonly string[], description: string): ListedCommand {
  const { text, aliases, shortAliases } = readAnnotations(description);
  const [name = '', ...others] = names;
  return withoutAbsent({ name, aliases: [...others, ...aliases, ...shortAliases], about: text || undefined });
}

/** Keeps the first record of each name; pages repeat rows under several headings. */
export function withoutRepeats<T>(records: readonly T[], key: (record: T) => string | undefined): T[] {
  const seen = new Set<string | undefined>();
  return records.filter((record) => !seen.has(key(record)) && seen.add(key(record)) !== undefined);
}
