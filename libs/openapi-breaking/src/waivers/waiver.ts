import type { RuleId } from '../rules/rules';

/** A difference that is accepted until a day. */
export interface Waiver {
  readonly rule: RuleId;
  /** `METHOD /path`, or a JSON pointer of either document. */
  readonly location: string;
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
  /** Where it stands in its file. */
  readonly pointer: string;
}
