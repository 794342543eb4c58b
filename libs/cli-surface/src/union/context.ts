import type { SnapshotCommand } from '@fixpoint/surface-formats';
import type { UnionRules } from './rule-sets';
import type { HelpPageRef, UnionSource } from './source';
import type { Seen } from './unit';

/** What every step of one merge needs. */
export interface MergeContext {
  readonly rules: UnionRules;
  readonly version: string;
  /** The inputs in target order; the first is the required one, when it comes first among the expected targets. */
  readonly sources: readonly UnionSource[];
  /** Position of the required target among the sources. */
  readonly required: number;
  /** Positions of the sources in byte order of their targets, the order of maps by target. */
  readonly byteOrder: readonly number[];
  readonly foldRootFlags: boolean;
}

/** The targets that have a unit, in target order. */
export function availability(seen: Seen<unknown>, { sources }: MergeContext): string[] {
  return sources.flatMap(({ target }, index) => (seen[index] === undefined ? [] : [target]));
}

/** The unit as the required target has it, else as the first target that has it. */
export function canonicalUnit<T>(seen: Seen<T>, { required }: MergeContext): T {
  return (seen[required] ?? seen.find((unit) => unit !== undefined)) as T;
}

/** The help page of a command on each target. */
export function helpPages(seen: Seen<SnapshotCommand>, context: MergeContext): Seen<HelpPageRef> {
  const { rules, sources, version } = context;
  return seen.map((command, index) => {
    const source = sources[index];
    return command && source && rules.helpPage({ source, command, version });
  });
}
