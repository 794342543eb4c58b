import { createStepMatcher } from '@fixpoint/gherkin-steps';
import { failureOf, success, type Derivation, type Finding } from '@fixpoint/model';
import type { SpecsConfig } from '@fixpoint/spec-formats';
import { fixCommand } from '@fixpoint/surface-formats';
import { collectFacts, type StepFacts } from './collect-facts';
import { duplicateDefinitions, unusedDefinitions } from './definition-findings';
import { emptyFindings, noSteps } from './feature-findings';
import { missingInputs, noDefinitions } from './missing-inputs';
import { readInputs } from './read-inputs';
import { ambiguousSteps, undefinedSteps, unsafePatterns } from './step-findings';
import { stepUses } from './step-uses';

/**
 * Gherkin features against step definitions: every step of every pickle is matched by exactly one definition, and every definition is used. Definitions
 * are read from code without running it, or from a list of patterns. Nothing is written.
 */
export const stepcheckDerivation: Derivation<SpecsConfig, StepFacts> = {
  id: 'stepcheck',
  summary: 'steps of Gherkin features against their definitions: undefined, ambiguous, unused, duplicate',
  owns: () => [],
  allowsEmpty: () => true,
  collect: collectFacts,
  derive(facts, { steps }) {
    const missing = steps === undefined || steps.byDefault === true ? [] : missingInputs(facts, steps);
    return missing.length === 0 ? success([]) : failureOf('usage', ...missing);
  },
  check,
  fix: (root) => fixCommand('stepcheck', { root }),
};

function check(facts: StepFacts, { steps }: SpecsConfig): Finding[] {
  if (steps === undefined) return [];
  if (steps.byDefault === true) {
    if (facts.features.length + facts.refused.features.length === 0) return [];
    // Whose definitions are in another language never asked for the check.
    if (facts.definitions.length + facts.refused.definitions.length === 0)
      return [{ ...noDefinitions(steps.definitions), severity: 'note' }];
  }
  const { features, registered, hasAllFeatures, unknownPatterns, findings } = readInputs(facts);
  const matcher = createStepMatcher(registered);
  const broken = [...findings, ...matcher.findings, ...emptyFindings(features)];
  const isEmpty = hasAllFeatures ? noSteps(features) : [];
  if (registered.definitions.length === 0) {
    const hasFiles = facts.definitions.length > 0 || facts.patterns !== undefined;
    return [...broken, ...isEmpty, ...(hasFiles ? [noDefinitions(steps.definitions, true)] : [])];
  }
  const uses = stepUses(features, matcher);
  return [
    ...broken,
    ...isEmpty,
    ...undefinedSteps(uses, matcher, unknownPatterns),
    ...ambiguousSteps(uses),
    ...unsafePatterns(uses),
    ...duplicateDefinitions(matcher),
    // A step of a feature that could not be read may need any of them.
    ...(hasAllFeatures && features.length > 0 ? unusedDefinitions(matcher, uses) : []),
  ];
}
