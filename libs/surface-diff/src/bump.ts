import type { BumpRecord, SemverBump, SurfaceChange } from '@fixpoint/surface-formats';
import { withoutAbsent } from '@fixpoint/surface-formats';
import { parse, type SemVer } from 'semver';

const RANKS: readonly SemverBump[] = ['none', 'patch', 'minor', 'major'];
const PARTS = ['major', 'minor', 'patch'] as const;

/** The bump that changes deserve beside the one that two version names make. */
export function bumpOf(changes: readonly SurfaceChange[], from: string, to: string): BumpRecord {
  const deserved = changes
    .map(({ bump }) => bump)
    .reduce((a, b) => (rank(a) >= rank(b) ? a : b), 'none' as SemverBump);
  const step = stepOf(from, to);
  return withoutAbsent<BumpRecord>({
    deserved,
    made: step?.made,
    sufficient: step?.promise === undefined ? undefined : rank(step.promise) >= rank(deserved),
  });
}

function rank(bump: SemverBump): number {
  return RANKS.indexOf(bump);
}

interface Step {
  /** The highest number that was raised. */
  readonly made: SemverBump;
  /** What that promises; prereleases promise nothing. */
  readonly promise?: SemverBump;
}

// Caret ranges (npm) and Cargo take the leftmost number that is not zero for the major one.
function stepOf(from: string, to: string): Step | undefined {
  const [old, now] = [parse(from), parse(to)];
  if (old === null || now === null || old.compare(now) >= 0) return undefined;
  const raised = PARTS.findIndex((part) => old[part] !== now[part]);
  if (raised === -1) return { made: 'none' };
  const made = PARTS[raised] as SemverBump;
  if (old.prerelease.length > 0 || now.prerelease.length > 0) return { made };
  return { made, promise: RANKS[Math.min(RANKS.length - 1, RANKS.length - 1 - raised + leadingZeros(old))] };
}

function leadingZeros(version: SemVer): number {
  const first = PARTS.findIndex((part) => version[part] !== 0);
  return first === -1 ? PARTS.length - 1 : first;
}
