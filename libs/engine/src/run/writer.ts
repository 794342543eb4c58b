import type { Artifact, RelativePath } from '@fixpoint/model';

/** What is to change below a root. */
export interface FileChanges {
  readonly write: readonly Artifact[];
  readonly remove: readonly RelativePath[];
}

/** What was really changed. */
export interface WriteResult {
  readonly written: readonly RelativePath[];
  readonly removed: readonly RelativePath[];
  readonly unchanged: readonly RelativePath[];
}

/**
 * The one way in which the engine changes files: atomically, all below `root` (absolute), leaving alone what already has
 * the wanted content. Throws a ToolError when a file cannot be written.
 */
export type Writer = (root: string, changes: FileChanges) => Promise<WriteResult>;
