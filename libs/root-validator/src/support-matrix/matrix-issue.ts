import type { ViolationCode } from '../findings/codes';
import type { SupportRow } from './support-row';

/** One contradiction between the published matrix and what the workspace implies (parity contract §10.4). */
export interface MatrixIssue {
  readonly code: ViolationCode;
  /** Empty where the issue is about no agent (version, target) in particular. */
  readonly agent: string;
  readonly version: string;
  readonly target: string;
  readonly message: string;
  readonly fix: string;
  /** The key of the row that is meant, if one is. */
  readonly key?: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** What an issue says besides whom it is about. */
type Statement = Omit<MatrixIssue, 'agent' | 'version' | 'target'>;

/** An issue about a row, published or expected. */
export function rowIssue({ agent, version, target }: SupportRow, statement: Statement): MatrixIssue {
  return { agent, version, target, ...statement };
}

/** An issue about an agent as a whole, or about none at all. */
export function agentIssue(agent: string, statement: Statement): MatrixIssue {
  return { agent, version: '', target: '', ...statement };
}
