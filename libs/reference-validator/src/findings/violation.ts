import type { Finding, Position } from '@fixpoint/model';
import type { ViolationCode } from './codes';

/** What the order of rules version 1 looks at besides code and message (parity contract §9.2); absent sorts first. */
export interface ReferenceKeys {
  /** Relative to the root; relative to the workspace where the support matrix is meant. */
  readonly path: string;
  readonly pointer?: string;
  readonly unit?: string;
  readonly commandPath?: string;
  readonly keyOrName?: string;
  readonly field?: string;
  readonly target?: string;
  /** The machine-readable part of some codes, in the shape of the contract. */
  readonly details?: unknown;
}

/** A violation as a check finds it, before it has a place in a text. */
export interface Violation extends ReferenceKeys {
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
  readonly reference: ReferenceKeys;
}
