import type { DocumentLink } from '@fixpoint/markdown-document';
import type { Severity } from '@fixpoint/model';
import type { ScannedDocument } from '../scan/read-document';

/** What can be wrong with a link, and how much it weighs. */
export const PROBLEMS = {
  'missing-file': 'error',
  'missing-extension': 'error',
  'wrong-case': 'error',
  'wrong-normalization': 'error',
  'missing-anchor': 'error',
  'outside-workspace': 'error',
  'ignored-target': 'error',
  'undefined-reference': 'warning',
  'empty-target': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** A link that is wrong. */
export interface Problem {
  readonly kind: keyof typeof PROBLEMS;
  readonly document: ScannedDocument;
  readonly link: DocumentLink;
  readonly message: string;
  /** What may have been meant, as it is to be written instead, the likeliest first. */
  readonly suggestions: readonly string[];
  /** Whether the one suggestion can be nothing but what was meant. */
  readonly isCertain: boolean;
}

/** A link whose file is not there; what may have been meant is still to be looked for. */
export interface MissingFile {
  readonly kind: 'missing-file';
  readonly document: ScannedDocument;
  readonly link: DocumentLink;
  /** Absolute path that the link leads to. */
  readonly path: string;
}
