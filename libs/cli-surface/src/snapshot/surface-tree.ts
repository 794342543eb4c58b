import type { ListedCommand } from '@fixpoint/help-parser';
import type { HiddenSource, ProbeFailure } from '@fixpoint/surface-formats';
import type { ReadPage } from './page-reader';

/** One command of the tree. */
export interface SurfaceNode {
  readonly path: readonly string[];
  /** How the parent's page lists it. */
  readonly listed?: ListedCommand;
  /** Its own page; absent when there is none to be had. */
  readonly read?: ReadPage;
  /** For commands that no page of a visible command lists: the sources that show them. */
  readonly seenIn?: readonly HiddenSource[];
}

/** Commands by `pathKey`. */
export type SurfaceTree = ReadonlyMap<string, SurfaceNode>;

/** What a crawl found, and the pages that gave nothing. */
export interface CrawlResult {
  readonly tree: SurfaceTree;
  readonly failures: readonly ProbeFailure[];
}
