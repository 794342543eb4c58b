import type { Interaction } from '@fixpoint/contract-formats';
import type { LocatedDocument } from '@fixpoint/structured-text';

/** An interaction that is no HTTP exchange (a message), which nothing here can judge. */
export interface UnjudgedInteraction {
  readonly pointer: string;
  readonly description: string;
  /** Its type, as the file says it. */
  readonly type: string;
}

/** A pact file that was read. */
export interface PactFile {
  readonly file: string;
  /** Major version of the Pact specification. */
  readonly version: 2 | 3 | 4;
  readonly consumer: string;
  readonly provider: string;
  /** HTTP interactions, in the order of the file. */
  readonly interactions: readonly Interaction[];
  readonly unjudged: readonly UnjudgedInteraction[];
  /** Pointers of interactions that the consumer marks as not to be held against the provider yet (v4). */
  readonly pending: ReadonlySet<string>;
  /** For positions. */
  readonly document: LocatedDocument;
}
