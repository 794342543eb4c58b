import type { Feature, FeatureStep, StepMatch, StepMatcher } from '@fixpoint/gherkin-steps';
import type { Position } from '@fixpoint/model';

/** A text that a step comes to, once for each place. */
export interface StepUse {
  readonly file: string;
  readonly step: FeatureStep;
  /** The first row of examples that gives the text. */
  readonly row?: Position;
  readonly match: StepMatch;
}

/** Every text of every step of all pickles with what it matches; the steps of a background count once. */
export function stepUses(features: readonly Feature[], matcher: StepMatcher): StepUse[] {
  return features.flatMap((feature) => usesIn(feature, matcher));
}

function usesIn({ file, pickles }: Feature, matcher: StepMatcher): StepUse[] {
  const uses: StepUse[] = [];
  const seen = new Map<Position, Set<string>>();
  for (const { steps, row } of pickles) {
    for (const step of steps) {
      // All pickles share the position of a step.
      const texts = seen.get(step.position) ?? new Set();
      if (texts.has(step.text)) continue;
      seen.set(step.position, texts.add(step.text));
      uses.push({ file, step, ...(row && { row }), match: matcher.match(step.text) });
    }
  }
  return uses;
}

/** Texts of one place that are told one by one. */
const MOST_TOLD = 5;

/** Uses that are told, and how many more the place of each has: an outline with thousands of rows is one problem, not thousands. */
export function byPlace(uses: readonly StepUse[]): (StepUse & { readonly more: number })[] {
  const places = new Map<Position, StepUse[]>();
  for (const use of uses) {
    const { position } = use.step;
    const here = places.get(position) ?? [];
    places.set(position, here);
    here.push(use);
  }
  return [...places.values()].flatMap((here) => {
    const more = Math.max(0, here.length - MOST_TOLD);
    const told = here.slice(0, MOST_TOLD);
    return told.map((use, index) => ({ ...use, more: index === told.length - 1 ? more : 0 }));
  });
}

/** Where a text comes from, for messages. */
export function origin({ row, more }: StepUse & { readonly more: number }): string {
  const from = row === undefined ? '' : ` (the row of examples at line ${row.line})`;
  return more === 0 ? from : `${from}, and so for ${more} more rows`;
}
