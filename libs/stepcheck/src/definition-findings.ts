import {
  writtenPattern,
  writtenPlace,
  type StepDefinition,
  type StepMatcher,
  type UsableDefinition,
} from '@fixpoint/gherkin-steps';
import type { Finding } from '@fixpoint/model';
import { told } from './step-findings';
import type { StepUse } from './step-uses';

/**
 * Patterns that are registered more than once, whatever their key word.
 *
 * @req FP-STEP-003
 */
export function duplicateDefinitions({ definitions }: StepMatcher): Finding[] {
  const first = new Map<string, UsableDefinition>();
  return definitions.flatMap((definition): Finding[] => {
    const earlier = first.get(definition.key);
    if (earlier === undefined) {
      first.set(definition.key, definition);
      return [];
    }
    return [
      {
        id: 'stepcheck/duplicate-definition',
        severity: 'error',
        message: `the pattern ${writtenPattern(definition.pattern)} is registered already: ${told(earlier)}`,
        ...placeOf(definition),
        actual: writtenPattern(definition.pattern),
        fix: `remove this definition or the one at ${told(earlier)}; Cucumber does not tell key words apart`,
      },
    ];
  });
}

/** Definitions that no step needs. */
export function unusedDefinitions({ definitions }: StepMatcher, uses: readonly StepUse[]): Finding[] {
  const used = new Set<StepDefinition>();
  for (const { match } of uses) for (const each of [...match.definitions, ...match.unjudged]) used.add(each);
  return definitions
    .filter((definition) => !used.has(definition))
    .map(
      (definition): Finding => ({
        id: 'stepcheck/unused-definition',
        severity: 'warning',
        message: `no step matches the pattern ${writtenPattern(definition.pattern)}`,
        ...placeOf(definition),
        actual: writtenPattern(definition.pattern),
        fix: `remove the definition at ${writtenPlace(definition)}, or write the step that it is for`,
      }),
    );
}

function placeOf({ file, position }: StepDefinition): Pick<Finding, 'file' | 'position'> {
  return { file, ...(position && { position }) };
}
