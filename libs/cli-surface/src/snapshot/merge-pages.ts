import { flagKey } from '@fixpoint/artifact-schemas';
import type { HelpPage } from '@fixpoint/help-parser';
import type { SnapshotArg, SnapshotFlag } from '@fixpoint/surface-formats';

/** Every spelling of a flag. */
export function spellings(flag: SnapshotFlag): string[] {
  return [flag.long, flag.short, ...(flag.aliases ?? [])].filter((name) => name !== undefined);
}

/** One flag by key; what a later entry of the same key adds to an earlier one is filled in. */
export function uniqueFlags(flags: readonly SnapshotFlag[]): SnapshotFlag[] {
  return mergeBy(flags, flagKey, (first, second) => ({
    ...second,
    ...first,
    takes_value: first.takes_value || second.takes_value,
  }));
}

/** One argument by name; what a later entry of the same name adds to an earlier one is filled in. */
export function uniqueArgs(args: readonly SnapshotArg[]): SnapshotArg[] {
  return mergeBy(
    args,
    (arg) => arg.name,
    (first, second) => ({ ...second, ...first }),
  );
}

/** A page with what a second page of the same command has beyond it. */
export function mergePages(base: HelpPage, second: HelpPage): HelpPage {
  return {
    ...second,
    ...base,
    flags: uniqueFlags([...base.flags, ...second.flags]),
    args: uniqueArgs([...base.args, ...second.args]),
  };
}

function mergeBy<T>(items: readonly T[], keyOf: (item: T) => string, merge: (first: T, second: T) => T): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const first = byKey.get(key);
    byKey.set(key, first === undefined ? item : merge(first, item));
  }
  return [...byKey.values()];
}
