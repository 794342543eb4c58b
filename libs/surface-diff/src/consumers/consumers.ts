import type { CoverageLevel, EvidencePlace } from '@fixpoint/surface-formats';

/** Somebody who uses a unit: an entry of the declared coverage, or places of the wrapper's source that pass it. */
export interface ConsumerUse {
  readonly kind: 'command' | 'flag' | 'arg';
  readonly path: readonly string[];
  /** The flag as it is written there, or the argument's name; empty for a command. */
  readonly name: string;
  /** Of a declared entry. */
  readonly level?: CoverageLevel;
  /** Of evidence; files are relative to the wrapper's package or directory. */
  readonly places?: readonly EvidencePlace[];
}

/** What is known of the users of a surface. */
export interface Consumers {
  /** Whether anything is known at all; nobody is known to use anything otherwise, which is not the same as nobody does. */
  readonly known: boolean;
  readonly uses: readonly ConsumerUse[];
}

/** How much a use counts: `certain` breaks with the unit, `possible` is passed on for somebody else, `none` is a waiver. */
export type UseWeight = 'certain' | 'possible' | 'none';

const WEIGHTS: Readonly<Record<string, UseWeight>> = { explicit: 'certain', passthrough: 'possible' };

/** How much one use counts. */
export function weightOf({ level, places }: ConsumerUse): UseWeight {
  if (places !== undefined) return 'certain';
  return WEIGHTS[level ?? ''] ?? 'none';
}
