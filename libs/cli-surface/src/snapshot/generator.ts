import type { GeneratorRecord } from '@fixpoint/surface-formats';

/** Goes up whenever a change here or in the help parser can change a snapshot of the same executable. */
export const SNAPSHOT_GENERATOR_VERSION = '1.0.0';

/** Recorded in every snapshot; snapshots of different generators are not merged. */
export const SNAPSHOT_GENERATOR: GeneratorRecord = {
  name: '@fixpoint/cli-surface',
  version: SNAPSHOT_GENERATOR_VERSION,
};
