import type { Feature, FeatureScenario } from '@fixpoint/gherkin-steps';
import type { Finding } from '@fixpoint/model';

/** Files and scenarios that test nothing. */
export function emptyFindings(features: readonly Feature[]): Finding[] {
  return features.flatMap((feature) =>
    feature.scenarios.length === 0 ? [emptyFeature(feature)] : emptyScenarios(feature),
  );
}

/** A check of no steps at all must not pass. */
export function noSteps(features: readonly Feature[]): Finding[] {
  const hasSteps = features.some(({ pickles }) => pickles.some(({ steps }) => steps.length > 0));
  if (hasSteps || features.length === 0) return [];
  return [
    {
      id: 'stepcheck/no-steps',
      severity: 'error',
      message: `no scenario of ${features.length} features has a step, so nothing is checked`,
      file: '.',
      expected: 'at least one step',
      fix: 'write steps into the scenarios, or remove the section "steps"',
    },
  ];
}

function emptyFeature({ file, position }: Feature): Finding {
  return {
    id: 'stepcheck/empty-feature',
    severity: 'warning',
    message: position ? 'this feature has no scenario' : 'this file holds no feature',
    file,
    position: position ?? { line: 1, column: 1 },
    fix: `write a scenario into ${file}, or remove the file`,
  };
}

function emptyScenarios({ file, scenarios, pickles }: Feature): Finding[] {
  const run = new Set<FeatureScenario>(pickles.map(({ scenario }) => scenario));
  return scenarios.flatMap((scenario): Finding[] => {
    const { name, position, steps } = scenario;
    const base = { severity: 'warning', file, position } as const;
    if (steps === 0) {
      const fix = `write steps into "${name}" at ${file}:${position.line}, or remove it`;
      return [{ ...base, id: 'stepcheck/empty-scenario', message: `"${name}" has no steps`, fix }];
    }
    if (run.has(scenario)) return [];
    const fix = `write rows into the examples of "${name}" at ${file}:${position.line}, or remove it`;
    return [
      {
        ...base,
        id: 'stepcheck/empty-examples',
        message: `the examples of "${name}" have no rows, so it never runs`,
        fix,
      },
    ];
  });
}
