import type { Problem } from '../judge/problem';
import type { ScannedDocument } from './read-document';

/** What was read of the links of a root, and what is wrong with them. */
export interface LinkFacts {
  /** Absolute root, with `/`. */
  readonly root: string;
  /** The documents whose links were followed, sorted by path. */
  readonly documents: readonly ScannedDocument[];
  readonly problems: readonly Problem[];
  /** Documents that were too large to be read, by absolute path. */
  readonly tooLarge: readonly { readonly path: string; readonly sizeBytes: number }[];
  /** Whether what is certain is to be put right. */
  readonly fix: boolean;
}
