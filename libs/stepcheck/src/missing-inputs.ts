import type { Finding } from '@fixpoint/model';
import type { StepsConfig } from '@fixpoint/spec-formats';
import type { StepFacts } from './collect-facts';

/**
 * Inputs that are named and not there: a check that reads nothing must not pass.
 *
 * @req FP-STEP-004
 */
export function missingInputs(facts: StepFacts, { features, definitions, patterns }: StepsConfig): Finding[] {
  const findings: Finding[] = [];
  const { refused } = facts;
  if (facts.features.length + refused.features.length === 0) {
    findings.push({
      id: 'stepcheck/no-features',
      severity: 'error',
      message: `there is no feature: ${features.join(', ')} match${features.length === 1 ? 'es' : ''} nothing`,
      file: '.',
      path: '/steps/features',
      expected: 'at least one feature',
      fix: 'correct the globs in "steps.features", or remove the section "steps"',
    });
  }
  if (patterns !== undefined && facts.patterns === undefined && refused.patterns.length === 0) {
    findings.push({
      id: 'stepcheck/absent-patterns',
      severity: 'error',
      message: `the list of patterns ${patterns} is not there`,
      file: patterns,
      path: '/steps/patterns',
      fix: `restore ${patterns}, or correct its name in "steps.patterns"`,
    });
  }
  const hasDefinitions = facts.definitions.length + refused.definitions.length > 0;
  if (facts.features.length > 0 && !hasDefinitions && patterns === undefined) {
    findings.push(noDefinitions(definitions));
  }
  return findings;
}

/** Told once instead of every step as undefined. */
export function noDefinitions(globs: readonly string[], hasFiles = false): Finding {
  const found =
    globs.length === 0
      ? 'none is configured'
      : `${globs.join(', ')} match${globs.length === 1 ? 'es' : ''} nothing`;
  return {
    id: 'stepcheck/no-definitions',
    severity: 'error',
    message: hasFiles
      ? 'there are features, and the files of definitions register no step'
      : `there are features and no definitions of steps: ${found}`,
    file: '.',
    path: '/steps/definitions',
    expected: 'at least one definition',
    fix: 'name the files with step definitions in "steps.definitions", or a list of patterns in "steps.patterns"',
  };
}
