import type { Manifest } from '@fixpoint/surface-formats';
import type { SurfaceReading } from './surface/to-surface';

/** Everything in which the two versions of the rules differ for a comparison. */
export interface RuleSet {
  /** Whether diffs and the history are committed. */
  readonly hasArtifacts: boolean;
  readonly foldedFlags: SurfaceReading['foldedFlags'];
}

const RULE_SETS: Readonly<Record<Manifest['rulesSchemaVersion'], RuleSet>> = {
  // Unions of version 1 leave folded flags out in silence, and no file of a root may be new to its other tools.
  1: { hasArtifacts: false, foldedFlags: 'unnamed' },
  2: { hasArtifacts: true, foldedFlags: 'named' },
};

/** The rule set a root asks for. */
export function ruleSetOf({ rulesSchemaVersion }: Pick<Manifest, 'rulesSchemaVersion'>): RuleSet {
  return RULE_SETS[rulesSchemaVersion];
}
