import type { Finding, Position, ViolationKeys } from '@fixpoint/model';
import type { ViolationCode } from './codes';

/** A violation as a check finds it, before it has a place in a text. */
export interface Violation extends ViolationKeys {
  readonly code: ViolationCode;
  readonly message: string;
  readonly fix: string;
  /** A JSON pointer to show where the contract gives none, or one that stands for several values. */
  readonly place?: string;
  readonly position?: Position;
  readonly expected?: string;
  readonly actual?: string;
}

/** A finding of the validator, with what the contract's own order and comparison need. */
export interface ReferenceFinding extends Finding {
  readonly code: ViolationCode;
  readonly violation: ViolationKeys;
}
