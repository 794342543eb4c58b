import { escapeGlob, readMatching, success, type FoundFile, type Ports, type Result } from '@fixpoint/model';
import type { SpecsConfig } from '@fixpoint/spec-formats';

/** Texts of features and of what defines their steps; empty where no steps are configured. */
export interface StepFacts {
  readonly features: readonly FoundFile[];
  readonly definitions: readonly FoundFile[];
  /** Undefined when it is absent or not configured. */
  readonly patterns?: FoundFile;
}

/** Reads all that the section `steps` names. */
export async function collectFacts(ports: Ports, { steps }: SpecsConfig): Promise<Result<StepFacts>> {
  if (steps === undefined) return success({ features: [], definitions: [] });
  const [features, definitions, patterns] = await Promise.all([
    readMatching(ports, steps.features),
    readMatching(ports, steps.definitions),
    steps.patterns === undefined ? [] : readMatching(ports, [escapeGlob(steps.patterns)]),
  ]);
  return success({ features, definitions, ...(patterns[0] && { patterns: patterns[0] }) });
}
