import { LEVELS, type Level, type Need, type TraceConfig } from '@fixpoint/spec-formats';
import type { TracedRequirement, TraceGraph } from './trace-graph';

/** How many requirements of a level are covered. */
export interface LevelCoverage {
  readonly level: Level;
  readonly total: number;
  readonly covered: number;
  /** With one digit after the point, rounded down; 100 where there is no requirement. */
  readonly percentage: number;
  /** What is asked for, if anything. */
  readonly required?: number;
  /** Ids of the others, sorted. */
  readonly uncovered: readonly string[];
}

/** Coverage of each level. */
export function coverageOf(
  { requirements }: TraceGraph,
  { needs, thresholds }: Pick<TraceConfig, 'needs' | 'thresholds'>,
): LevelCoverage[] {
  return LEVELS.map((level) => {
    const ofLevel = requirements.filter(({ requirement }) => requirement.level === level);
    const uncovered = ofLevel
      .filter((traced) => !isCovered(traced, needs))
      .map(({ requirement }) => requirement.id);
    const required = thresholds[level];
    const covered = ofLevel.length - uncovered.length;
    return {
      level,
      total: ofLevel.length,
      covered,
      percentage: percentageOf(covered, ofLevel.length),
      ...(required !== undefined && { required }),
      uncovered,
    };
  });
}

/**
 * Whether a requirement has the links that are needed, each of which nobody has to look at again.
 *
 * @req FP-TRACE-005
 */
export function isCovered({ links }: TracedRequirement, needs: readonly Need[]): boolean {
  return needs.every((kinds) => links.some((link) => kinds.includes(link.kind) && !link.isSuspect));
}

/** Rounding down keeps 999 of 1000 below 100. */
function percentageOf(covered: number, total: number): number {
  return total === 0 ? 100 : Math.floor((covered * 1000) / total) / 10;
}

/**
 * Whether a level has less than is asked for, compared without rounding.
 *
 * @req FP-TRACE-006
 */
export function isBelow({ total, covered, required }: LevelCoverage): boolean {
  return required !== undefined && total > 0 && covered * 100 < required * total;
}
