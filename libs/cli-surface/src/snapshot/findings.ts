import type { Finding } from '@fixpoint/model';

/** The marker of a parity root, as findings name it. */
export const MARKER = 'RULES.json';

type FindingFields = Omit<Finding, 'id' | 'severity'> & Partial<Pick<Finding, 'severity'>>;

/** A finding of this derivation; an error unless it says otherwise. */
export function snapshotFinding(name: string, fields: FindingFields): Finding {
  return { id: `snapshot/${name}`, severity: 'error', ...fields };
}
