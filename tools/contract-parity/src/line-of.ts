import type { CaseLine } from '@fixpoint/comparison-table';

/** What was found of something, here and by others. */
export interface Comparison {
  readonly kind: string;
  readonly name: string;
  /** What both have, in a few words. */
  readonly common: string;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** Worse with anything missed, better with more than the others found, otherwise equal. */
export function lineOf({ kind, name, common, missed, extra }: Comparison): CaseLine {
  const details = [...missed.map((text) => `missed ${text}`), ...extra.map((text) => `more   ${text}`)];
  if (missed.length > 0) {
    return { kind, name, standing: 'worse', because: `${common}; ${missed.length} missed`, details };
  }
  if (extra.length > 0) {
    return { kind, name, standing: 'better', because: `${common}; ${extra.length} more found`, details };
  }
  return { kind, name, standing: 'equal', because: common, details };
}

/** What one list has and the other does not, for both. */
export function differ(
  theirs: readonly string[],
  ours: readonly string[],
): Pick<Comparison, 'missed' | 'extra'> {
  return {
    missed: theirs.filter((text) => !ours.includes(text)),
    extra: ours.filter((text) => !theirs.includes(text)),
  };
}
