import type { DiffClass, SemverBump } from '@fixpoint/surface-formats';

/** One kind of change. */
export interface DiffRule {
  /** Stable; the id of a finding is this behind `surface-diff/`. */
  readonly id: string;
  readonly unit: 'command' | 'flag' | 'arg';
  readonly class: DiffClass;
  readonly bump: SemverBump;
  /** What happened to the unit, as the end of a sentence; `{from}` and `{to}` stand for the values. */
  readonly says: string;
  /** When it fires and why it is classified so. */
  readonly summary: string;
  /** What the same difference is when it is read backwards: at least one of these. */
  readonly mirrors: readonly string[];
  /** Whose users feel it; the unit's own, unless the unit is new and stands in the way of its command. */
  readonly felt?: 'command';
  /** It announces that the unit is on its way out. */
  readonly announces?: true;
}
