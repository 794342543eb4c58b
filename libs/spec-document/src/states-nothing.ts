import type { SpecFilesConfig } from '@fixpoint/spec-formats';
import type { SpecFacts } from './spec-document';

/**
 * Whether a folder that is only called like one of specs holds none: nothing in it claims to state requirements, or looks like an id. Folders
 * of tests and of plans are called so as well.
 */
export function statesNothing({ specs, unread }: SpecFacts, { byDefault }: SpecFilesConfig): boolean {
  return (
    byDefault === true &&
    specs.length > 0 &&
    unread.length === 0 &&
    specs.every(
      ({ isNormative, requirements, oddIds }) =>
        !isNormative && requirements.length === 0 && oddIds.length === 0,
    )
  );
}
