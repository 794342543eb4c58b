import {
  createStepSuggester,
  writtenPattern,
  writtenPlace,
  type StepDefinition,
  type StepMatcher,
} from '@fixpoint/gherkin-steps';
import type { Finding } from '@fixpoint/model';
import { byPlace, origin, type StepUse } from './step-uses';

/** UTF-16 units of a step that is told, and of one that code is written for; values of examples can make it as long as they like. */
const LONGEST_TOLD = 300;
const LONGEST_SNIPPET = 1_000;

/**
 * Steps that no definition matches, with the definition that was probably meant, or the code that is missing.
 *
 * @req FP-STEP-001
 */
export function undefinedSteps(
  uses: readonly StepUse[],
  matcher: StepMatcher,
  unknownPatterns: number,
): Finding[] {
  const suggester = createStepSuggester(matcher);
  const missing = uses.filter(({ match }) => match.definitions.length === 0 && match.unjudged.length === 0);
  const unless =
    unknownPatterns === 0
      ? ''
      : `, unless one of the patterns does that are not known (stepcheck/unknown-pattern: ${unknownPatterns})`;
  return byPlace(missing).map((use): Finding => {
    const { file, step } = use;
    const meant = suggester.nearest(step.text);
    const isLong = step.text.length > LONGEST_SNIPPET;
    const snippet = isLong ? `${step.keyword} … (${file}:${step.position.line})` : suggester.snippet(step);
    const change = meant && `write the step so that ${told(meant)} matches it, or define it:\n${snippet}`;
    return {
      id: 'stepcheck/undefined-step',
      severity: 'error',
      message: `nothing defines the step "${clipped(step.text)}"${origin(use)}${unless}`,
      file,
      position: step.position,
      ...(meant && { expected: writtenPattern(meant.pattern) }),
      actual: clipped(step.text),
      fix: change ?? `define the step:\n${snippet}`,
    };
  });
}

/**
 * Steps that several definitions match: which of them is meant, nobody knows.
 *
 * @req FP-STEP-002
 */
export function ambiguousSteps(uses: readonly StepUse[]): Finding[] {
  return byPlace(uses.filter(({ match }) => match.definitions.length > 1)).map((use): Finding => {
    const { file, step, match } = use;
    const places = match.definitions.map(told);
    return {
      id: 'stepcheck/ambiguous-step',
      severity: 'error',
      message: `${places.length} definitions match the step "${clipped(step.text)}"${origin(use)}: ${places.join(', ')}`,
      file,
      position: step.position,
      expected: 'one definition',
      actual: clipped(step.text),
      fix: `make the patterns tell the step apart, or remove all but one: ${places.join(', ')}`,
    };
  });
}

/** Definitions that cannot be compared with some step in bounded time; such a step counts as neither defined nor undefined. */
export function unsafePatterns(uses: readonly StepUse[]): Finding[] {
  const first = new Map<StepDefinition, StepUse>();
  for (const use of uses) {
    for (const definition of use.match.unjudged) if (!first.has(definition)) first.set(definition, use);
  }
  return [...first].map(([definition, use]): Finding => {
    const { pattern, file, position } = definition;
    const written = writtenPattern(pattern);
    return {
      id: 'stepcheck/unsafe-pattern',
      severity: 'error',
      message: `the pattern ${written} can take too long for the step "${clipped(use.step.text)}" (${use.file}:${use.step.position.line})`,
      file,
      ...(position && { position }),
      expected: 'a pattern without repetitions inside of repetitions, look-around and back-references',
      actual: written,
      fix: `write the pattern without look-around and nested repetitions at ${writtenPlace(definition)}`,
    };
  });
}

/** A definition with its place. */
export function told(definition: StepDefinition): string {
  return `${writtenPattern(definition.pattern)} (${writtenPlace(definition)})`;
}

function clipped(text: string): string {
  if (text.length <= LONGEST_TOLD) return text;
  // Not in the middle of a pair.
  return `${text.slice(0, LONGEST_TOLD).replace(/[\ud800-\udbff]$/, '')}…`;
}
