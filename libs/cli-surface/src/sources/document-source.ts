import type { SurfaceTree } from '../snapshot/surface-tree';
import type { SourceAnswer, SurfaceSource } from './source';

/** A source that knows everything at once: it is read a single time. */
export function documentSource(read: (tree: SurfaceTree) => Promise<SourceAnswer>): SurfaceSource {
  let answer: Promise<SourceAnswer> | undefined;
  return { read: (_paths, tree) => (answer ??= read(tree)) };
}
