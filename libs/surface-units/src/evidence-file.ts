/** Where the evidence is committed, relative to the root. */
export const EVIDENCE_FILE = 'wrapper_evidence.json';
