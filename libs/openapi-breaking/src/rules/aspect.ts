import type { Severity } from '@fixpoint/model';
import type { Effect } from './rule';

/** Something that can happen to a schema wherever it stands: in a body, a property, a parameter or a header. */
export interface Aspect {
  readonly aspect: string;
  readonly effect: Effect;
  readonly says: string;
  readonly meaning: string;
  /** Aspects that the same difference is when it is read backwards. */
  readonly mirrors: readonly string[];
  /** Levels where the effect alone would say too much. */
  readonly levels?: { readonly request?: Severity; readonly response?: Severity };
  readonly own?: true;
}
