import type { RelativePath } from './artifact';

/** The difference between what the inputs give and what is committed, one per file. */
export type Drift =
  | { readonly kind: 'missing'; readonly path: RelativePath; readonly expected: string }
  | {
      readonly kind: 'stale';
      readonly path: RelativePath;
      readonly expected: string;
      readonly committed: string;
    }
  | { readonly kind: 'orphan'; readonly path: RelativePath; readonly committed: string };

/** What kind of drift a file shows. */
export type DriftKind = Drift['kind'];
