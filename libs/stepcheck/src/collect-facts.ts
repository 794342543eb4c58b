import {
  escapeGlob,
  readReadable,
  success,
  type FoundFile,
  type Ports,
  type RefusedFile,
  type Result,
} from '@fixpoint/model';
import type { SpecsConfig } from '@fixpoint/spec-formats';

/** Texts of features and of what defines their steps; empty where no steps are configured. */
export interface StepFacts {
  readonly features: readonly FoundFile[];
  readonly definitions: readonly FoundFile[];
  /** Undefined when it is absent, refused or not configured. */
  readonly patterns?: FoundFile;
  /** Files that are there and cannot be read. */
  readonly refused: {
    readonly features: readonly RefusedFile[];
    readonly definitions: readonly RefusedFile[];
    readonly patterns: readonly RefusedFile[];
  };
}

/** Reads all that the section `steps` names. */
export async function collectFacts(ports: Ports, { steps }: SpecsConfig): Promise<Result<StepFacts>> {
  const read = (globs: readonly string[] = []) => readReadable(ports, globs);
  const [features, definitions, patterns] = await Promise.all([
    read(steps?.features),
    read(steps?.definitions),
    read(steps?.patterns === undefined ? [] : [escapeGlob(steps.patterns)]),
  ]);
  const [list] = patterns.files;
  return success({
    features: features.files,
    definitions: definitions.files,
    ...(list && { patterns: list }),
    refused: {
      features: features.refused,
      definitions: definitions.refused,
      patterns: patterns.refused,
    },
  });
}
