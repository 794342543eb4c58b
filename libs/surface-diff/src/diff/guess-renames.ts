import { compareBytes, type RenameGuess } from '@fixpoint/surface-formats';

/** What speaks for two units being one. */
export interface Clue {
  /** How much it counts beside the others. */
  readonly weight: number;
  /** 0 to 1; undefined when nothing can be said. */
  readonly value: number | undefined;
  /** What a reader is told when it speaks for the rename. */
  readonly reason: string;
}

/** A rename that is likely. */
export interface LikelyRename<T> {
  readonly from: T;
  readonly to: T;
  readonly guess: RenameGuess;
}

/** What guessing needs to know of a kind of unit. */
export interface RenameSubject<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  nameOf(unit: T): string;
  cluesOf(from: T, to: T): readonly Clue[];
}

/** Below this a guess would be wrong more often than right. */
const THRESHOLD = 0.6;
const TELLING = 0.8;
/** Pairs that are looked at; a whole rewrite of a command is no rename. */
const MAX_PAIRS = 2500;

/**
 * The likeliest renames, best first, each unit in one at most. A guess says nothing about the removal itself.
 *
 * @req FP-DIFF-004
 */
export function guessRenames<T>(subject: RenameSubject<T>): LikelyRename<T>[] {
  const { removed, added } = subject;
  if (removed.length * added.length > MAX_PAIRS) return [];
  const candidates = removed
    .flatMap((from) => added.map((to) => ({ from, to, guess: scoreOf(subject.cluesOf(from, to)) })))
    .filter(({ guess }) => guess.score >= THRESHOLD)
    .sort(
      (a, b) =>
        b.guess.score - a.guess.score ||
        compareBytes(pairName(a, subject.nameOf), pairName(b, subject.nameOf)),
    );
  const taken = new Set<T>();
  return candidates.filter(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return false;
    taken.add(from).add(to);
    return true;
  });
}

function scoreOf(clues: readonly Clue[]): RenameGuess {
  const known = clues.filter(({ value }) => value !== undefined);
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = known.reduce((sum, { weight, value }) => sum + weight * (value ?? 0), 0);
  return {
    score: total === 0 ? 0 : Math.round((weighed / total) * 100) / 100,
    reasons: known.filter(({ value }) => (value ?? 0) >= TELLING).map(({ reason }) => reason),
  };
}

// The same for both directions, so that a comparison read backwards guesses the same pairs.
function pairName<T>(
  { from, to }: Pick<LikelyRename<T>, 'from' | 'to'>,
  nameOf: (unit: T) => string,
): string {
  return [nameOf(from), nameOf(to)].sort(compareBytes).join(' ');
}
