import { compareVersions, type RetentionConfig } from '@fixpoint/surface-formats';
import type { RetentionFacts } from './retention-facts';

/** A version that stays, and why. */
export interface Kept {
  readonly version: string;
  readonly reason: string;
}

/** Names versions that stay for one reason. */
export type KeepRule = (facts: RetentionFacts, policy: RetentionConfig) => readonly Kept[];

/**
 * What a pointer names, whether or not anything of it is on the disk.
 *
 * @req FP-LIFE-009
 */
export function namedByPointers({ pointers }: RetentionFacts): Kept[] {
  return pointers.flatMap(({ path, value }) =>
    value.kind === 'version' ? [{ version: value.version, reason: path }] : [],
  );
}

/** The newest validated versions, as many as the policy says. */
export function lastValidated(facts: RetentionFacts, { keepLastValidated }: RetentionConfig): Kept[] {
  const validated = validatedVersions(facts);
  return validated
    .slice(Math.max(0, validated.length - keepLastValidated))
    .map((version) => ({ version, reason: `one of the last ${keepLastValidated} validated` }));
}

/**
 * Work in progress: what is newer than the newest validated version, and everything while there is none.
 *
 * @req FP-LIFE-010
 */
export function notYetValidated(facts: RetentionFacts): Kept[] {
  const newest = validatedVersions(facts).at(-1);
  return [...facts.places.keys()]
    .filter((version) => newest === undefined || compareVersions(version, newest) > 0)
    .map((version) => ({
      version,
      reason:
        newest === undefined ? 'no version is validated yet' : `newer than ${newest}, the newest validated`,
    }));
}

/** What the policy names. */
export function alwaysKept(_facts: RetentionFacts, { alwaysKeep }: RetentionConfig): Kept[] {
  return alwaysKeep.map((version) => ({ version, reason: 'RULES.json keeps it always' }));
}

function validatedVersions({ statuses }: RetentionFacts): string[] {
  return [...statuses]
    .filter(([, status]) => status === 'validated' || status === 'supported')
    .map(([version]) => version)
    .sort(compareVersions);
}
