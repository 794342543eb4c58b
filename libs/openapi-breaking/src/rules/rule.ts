import type { Severity } from '@fixpoint/model';

/** Whose data a rule is about: what consumers send, what they get, or the interface itself. */
export type Direction = 'request' | 'response' | 'none';

/** What a change does to the set of values that a schema allows. */
export type Effect = 'narrows' | 'widens' | 'changes' | 'unknown' | 'none';

/** One kind of difference. Ids are those of oasdiff where it has the rule; `own` marks the others. */
export interface Rule {
  /** Stable; the id of a finding is this behind `breaking/`. */
  readonly id: string;
  /** `error` breaks consumers, `warning` may, `note` does not. */
  readonly level: Severity;
  readonly direction: Direction;
  /** What happened, as the end of a sentence; `{from}` and `{to}` stand for the values. */
  readonly says: string;
  /** When it fires and why it is classified so. */
  readonly meaning: string;
  /** What the same difference is when it is read backwards: at least one of these. */
  readonly mirrors: readonly string[];
  /** Set where every consumer of the operation feels it that does not use the element, which is new to it. */
  readonly felt?: 'operation';
  /** Nothing changes on the wire, so that a patch version is enough. */
  readonly patch?: true;
  readonly own?: true;
}

/**
 * How much an effect weighs: consumers that may send less are broken, and so are consumers that may get more. What cannot be
 * told is a warning.
 */
export function levelOf(effect: Effect, direction: Exclude<Direction, 'none'>): Severity {
  if (effect === 'none') return 'note';
  if (effect === 'unknown') return 'warning';
  if (effect === 'changes') return 'error';
  return (effect === 'narrows') === (direction === 'request') ? 'error' : 'note';
}
