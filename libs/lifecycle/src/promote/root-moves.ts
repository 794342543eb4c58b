import {
  isStableVersion,
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  type Manifest,
} from '@fixpoint/surface-formats';
import { movesRoot, type Move, type PromotionContext } from './promotion-context';
import { readPointerValue } from './pointer-value';

/** The root's own pointers, which follow the required target. */
export function referenceRootMoves(context: PromotionContext): Move[] {
  if (!movesRoot(context)) return [];
  const reason = 'validated on the required target';
  return [{ path: LATEST_VALIDATED_FILE, to: context.request.version, reason, optional: false }];
}

/**
 * The same with `min_supported.txt`: the first promoted version is the oldest that is supported, until a promotion names
 * another one.
 */
export function currentRootMoves(context: PromotionContext): Move[] {
  const { version, minSupported } = context.request;
  const committed = readPointerValue(context.facts.committed.get(MIN_SUPPORTED_FILE));
  const isFirst = committed.kind === 'absent' || committed.kind === 'none';
  const moves = referenceRootMoves(context);
  if (minSupported !== undefined) {
    return [...moves, { path: MIN_SUPPORTED_FILE, to: minSupported, reason: 'asked for', optional: false }];
  }
  if (!isFirst || moves.length === 0) return moves;
  return [
    ...moves,
    { path: MIN_SUPPORTED_FILE, to: version, reason: 'the first version that is supported', optional: false },
  ];
}

/** Whether pointers of rules version 1 may name a version: by the pattern that its marker gives. */
export function mayNameByPattern(version: string, { raw }: Manifest): boolean {
  const { versioning } = raw as { versioning?: { pointers?: { stable_semver_pattern?: unknown } } };
  const pattern = versioning?.pointers?.stable_semver_pattern;
  if (typeof pattern !== 'string') return isStableVersion(version);
  try {
    return new RegExp(pattern, 'u').test(version);
  } catch {
    return isStableVersion(version);
  }
}
