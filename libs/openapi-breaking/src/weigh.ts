import type { Interaction } from '@fixpoint/contract-formats';
import type { Severity } from '@fixpoint/model';
import type { Difference } from './difference';
import { ruleOf } from './rules/rules';
import type { UsesOf } from './uses/use-index';
import { waiverOf } from './waivers/waive';
import type { Waiver } from './waivers/waiver';

/** Differences that are one thing said several times: the same change of the same place, which several operations share. */
export interface WeighedDifference {
  /** The first one; its subject stands for all. */
  readonly difference: Difference;
  /** All of them. */
  readonly occurrences: readonly Difference[];
  readonly severity: Severity;
  /** Interactions that feel it; absent where that cannot be told. */
  readonly uses?: readonly Interaction[];
  readonly waiver?: Waiver;
}

/** What differences are weighed with. */
export interface Weights {
  /** Absent where nothing is known of consumers. */
  readonly usesOf?: UsesOf;
  /** Severity of what no interaction feels; as it is when absent. It never makes anything graver. */
  readonly unusedSeverity?: Severity;
  readonly waivers: readonly Waiver[];
}

const RANKS: readonly Severity[] = ['note', 'warning', 'error'];

/**
 * Folds differences that share their places, and says how much each weighs for consumers.
 *
 * @req FP-BRK-006
 */
export function weighDifferences(
  differences: readonly Difference[],
  { usesOf, unusedSeverity, waivers }: Weights,
): WeighedDifference[] {
  const groups = new Map<string, { waiver?: Waiver; occurrences: Difference[] }>();
  for (const difference of differences) {
    const waiver = waiverOf(difference, waivers);
    const key = foldKey(difference, waiver);
    const group = groups.get(key) ?? { ...(waiver && { waiver }), occurrences: [] };
    group.occurrences.push(difference);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ waiver, occurrences }) => {
    const difference = occurrences[0] as Difference;
    const uses = usesOf && unionOf(occurrences.map(usesOf));
    const { level } = ruleOf(difference.rule);
    const felt = uses?.length === 0 && unusedSeverity !== undefined ? milder(level, unusedSeverity) : level;
    return {
      difference,
      occurrences,
      severity: waiver === undefined ? felt : 'note',
      ...(uses && { uses }),
      ...(waiver && { waiver }),
    };
  });
}

function foldKey({ rule, old, now, from, to }: Difference, waiver: Waiver | undefined): string {
  const places = [old, now].map((place) => place && `${place.file}#${place.pointer}`);
  return JSON.stringify([rule, ...places, from, to, waiver?.pointer]);
}

function unionOf(lists: readonly (readonly Interaction[] | undefined)[]): Interaction[] | undefined {
  const known = lists.filter((list) => list !== undefined);
  return known.length === 0 ? undefined : [...new Set(known.flat())];
}

function milder(a: Severity, b: Severity): Severity {
  return RANKS.indexOf(a) <= RANKS.indexOf(b) ? a : b;
}
