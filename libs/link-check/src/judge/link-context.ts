import type { Budget } from '../suggest/closest';
import type { ScannedDocument } from '../scan/read-document';
import type { WorkspaceTree } from '../scan/workspace-tree';

/** What links are judged by. */
export interface LinkContext {
  /** Absolute root of the run. */
  readonly root: string;
  readonly tree: WorkspaceTree;
  /** Every Markdown file that was read, by absolute path. */
  readonly documents: ReadonlyMap<string, ScannedDocument>;
  /** Lines of the files that lines are pointed at, by absolute path. */
  readonly lineCounts: ReadonlyMap<string, number>;
  /** Whether a build makes a file, by its path relative to the root. */
  readonly isGenerated: (path: string) => boolean;
  readonly budget: Budget;
}
