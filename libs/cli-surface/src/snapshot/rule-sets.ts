import type { Artifact, Ports, Result } from '@fixpoint/model';
import { toJsonText, type Manifest, type Snapshot, type ToolConfig } from '@fixpoint/surface-formats';
import type { VersionFacts } from '../binary';
import { snapshotText } from '../validate-snapshot';
import type { ChosenBinary } from './choose-binaries';
import { openReferenceRules } from './reference-rules';
import { openSurfaceRules } from './surface-rules';

/** What one measurement gave. */
export interface Measurement {
  readonly record: Snapshot;
  /** Pages and scripts as they were read, paths below the root. */
  readonly captures: readonly Artifact[];
}

/** One executable to measure. */
export interface MeasureRequest {
  readonly binary: ChosenBinary;
  readonly collectedAt: string;
}

/** How the executables of one root are measured. */
export interface SnapshotRules {
  /** How the tool is called. */
  readonly tool: ToolConfig;
  parseVersion(output: string): VersionFacts;
  measure(request: MeasureRequest): Promise<Result<Measurement>>;
}

/** What rules are opened with. */
export interface RuleContext {
  readonly ports: Ports;
  readonly manifest: Manifest;
}

/** One rule set. */
export interface RuleSet {
  open(context: RuleContext): Promise<Result<SnapshotRules>>;
  /** The bytes of a record. */
  text(record: Snapshot): string;
}

/** The strategies by `rules_schema_version`: the only place where the two differ. */
export const RULE_SETS: Readonly<Record<Manifest['rulesSchemaVersion'], RuleSet>> = {
  1: { open: openReferenceRules, text: toJsonText },
  2: { open: openSurfaceRules, text: snapshotText },
};
