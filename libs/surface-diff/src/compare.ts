import {
  toJsonText,
  withoutAbsent,
  type SurfaceDiff,
  type SurfaceSide,
  type Union,
} from '@fixpoint/surface-formats';
import { bumpOf } from './bump';
import { diffSurfaces } from './diff/diff-surfaces';
import type { Surface } from './surface/surface';
import { toSurface, type SurfaceReading } from './surface/to-surface';

/** One side of a comparison. */
export interface ComparedVersion {
  readonly version: string;
  readonly union: Union;
  /** One target only, on both sides or on none; without it all that both were measured on. */
  readonly target?: string;
}

/** A diff with the older surface, in whose words its changes speak. */
export interface Comparison {
  readonly diff: SurfaceDiff;
  readonly before: Surface;
}

/**
 * Targets on which the two sides can be compared: those asked for, or those that both were measured on.
 *
 * @req FP-DIFF-003
 */
export function comparedTargets(
  from: ComparedVersion,
  to: ComparedVersion,
): { readonly from: readonly string[]; readonly to: readonly string[] } {
  const [old, now] = [measuredTargets(from.union), measuredTargets(to.union)];
  const common = old.filter((target) => now.includes(target));
  return {
    from: from.target === undefined ? common : [from.target],
    to: to.target === undefined ? common : [to.target],
  };
}

/** The targets that a union was merged from. */
export function measuredTargets({ inputs }: Union): readonly string[] {
  return inputs.map(({ target_triple }) => target_triple);
}

/** Compares two versions, or two targets. A pure function of what both sides say. */
export function compareVersions(
  from: ComparedVersion,
  to: ComparedVersion,
  { foldedFlags }: Pick<SurfaceReading, 'foldedFlags'>,
): Comparison {
  const targets = comparedTargets(from, to);
  const before = toSurface(from.union, { targets: targets.from, foldedFlags });
  const after = toSurface(to.union, { targets: targets.to, foldedFlags });
  const sameTargets = targets.from.join('\n') === targets.to.join('\n');
  const changes = diffSurfaces(before, after, { sameTargets });
  const count = (wanted: string): number => changes.filter((change) => change.class === wanted).length;
  return {
    before,
    diff: {
      schema_version: 1,
      tool: to.union.tool,
      from: sideOf(from, targets.from),
      to: sideOf(to, targets.to),
      summary: { breaking: count('breaking'), additive: count('additive'), cosmetic: count('cosmetic') },
      bump: bumpOf(changes, from.version, to.version),
      changes,
    },
  };
}

function sideOf({ version, union }: ComparedVersion, targets: readonly string[]): SurfaceSide {
  const ignored = measuredTargets(union).filter((target) => !targets.includes(target));
  return withoutAbsent<SurfaceSide>({
    version,
    targets,
    ignored_targets: ignored.length > 0 ? ignored : undefined,
  });
}

/** The bytes of `diffs/<version>.json`. */
export function diffText(diff: SurfaceDiff): string {
  return toJsonText(diff);
}
