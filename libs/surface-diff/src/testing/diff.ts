import type { SurfaceChange, Union } from '@fixpoint/surface-formats';
import { TARGETS, unionOf, type CommandSketch } from '@fixpoint/testkit';
import { diffSurfaces } from '../diff/diff-surfaces';
import type { Surface } from '../surface/surface';
import { toSurface } from '../surface/to-surface';

/** Commands of a test by their words. */
export type Sketch = Readonly<Record<string, CommandSketch>>;

/** The surface of a union over all its targets, read as rules version 2 do. */
export function surfaceOf(union: Union, targets: readonly string[] = TARGETS): Surface {
  return toSurface(union, { targets, foldedFlags: 'named' });
}

/** What changed from one sketch to another. */
export function diffOf(before: Sketch, after: Sketch): SurfaceChange[] {
  return diffUnions(unionOf(before), unionOf(after));
}

/** What changed from one union to another, over all targets. */
export function diffUnions(before: Union, after: Union): SurfaceChange[] {
  return diffSurfaces(surfaceOf(before), surfaceOf(after), { sameTargets: true });
}

/** Changes as words: `flag-removed exec --all`, with values where the rule is about one. */
export function wordsOf(changes: readonly SurfaceChange[]): string[] {
  return changes.map(({ rule, path, key, name, from, to }) => {
    const values = from === undefined && to === undefined ? [] : [[from, to].map(valueOf).join(' → ')];
    return [rule, ...path, key ?? name ?? '', ...values].filter((word) => word !== '').join(' ');
  });
}

function valueOf(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
}
