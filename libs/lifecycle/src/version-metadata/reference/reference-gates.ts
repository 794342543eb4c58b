import type { Finding } from '@fixpoint/model';
import {
  fixCommand,
  versionMetadataFile,
  type Manifest,
  type Union,
  type VersionStatus,
} from '@fixpoint/surface-formats';
import { VERSION_METADATA } from '../metadata-facts';
import type { ReferencePolicy } from './reference-policy';

/** What the gates of a status look at under rules version 1. */
export interface GateInputs {
  readonly version: string;
  readonly status: VersionStatus;
  readonly union: Union;
  readonly policy: ReferencePolicy;
  readonly supported: readonly string[];
  readonly passed: readonly string[];
  readonly manifest: Manifest;
}

interface Gate {
  readonly id: string;
  holds(inputs: GateInputs): boolean;
  /** Why it does not hold. */
  reason(inputs: GateInputs): string;
  fix(inputs: GateInputs): string;
}

const requiredTarget = ({ manifest }: GateInputs): string => manifest.targets.required;

const REQUIRED_SUPPORTED: Gate = {
  id: 'required-target-supported',
  holds: (inputs) => inputs.supported.includes(requiredTarget(inputs)),
  reason: (inputs) =>
    `the wrapper does not cover everything on the required target ${requiredTarget(inputs)}`,
  fix: ({ manifest, version }) => `cover what is missing: ${fixCommand('report', manifest, version)}`,
};

const REQUIRED_PASSED: Gate = {
  id: 'required-target-passed',
  holds: (inputs) => inputs.passed.includes(requiredTarget(inputs)),
  reason: (inputs) => `the required target ${requiredTarget(inputs)} is not among the passed targets`,
  fix: (inputs) =>
    `${fixCommand(VERSION_METADATA, inputs.manifest, inputs.version)} --status ${inputs.status} --passed-target ${requiredTarget(inputs)}`,
};

const UNION_COMPLETE: Gate = {
  id: 'union-complete',
  holds: ({ policy, union }) => !policy.requires_union_complete || union.complete,
  reason: ({ union }) => `the union lacks ${(union.missing_targets ?? []).join(', ') || 'targets'}`,
  fix: ({ manifest, version }) =>
    `${fixCommand('snapshot', manifest, version)} on the missing targets, then ${fixCommand('union', manifest, version)}`,
};

const ALL_SUPPORTED: Gate = {
  id: 'all-targets-supported',
  holds: ({ supported, manifest }) => manifest.targets.expected.every((target) => supported.includes(target)),
  reason: ({ supported, manifest }) =>
    `not supported: ${manifest.targets.expected.filter((target) => !supported.includes(target)).join(', ')}`,
  fix: REQUIRED_SUPPORTED.fix,
};

/** The gates of each status (parity contract §7); `supported` needs no validation here. */
const GATES: Readonly<Record<VersionStatus, readonly Gate[]>> = {
  snapshotted: [],
  reported: [],
  validated: [REQUIRED_SUPPORTED, REQUIRED_PASSED],
  supported: [UNION_COMPLETE, ALL_SUPPORTED],
};

/** One finding for each gate of the claimed status that does not hold. */
export function referenceGateFindings(inputs: GateInputs): Finding[] {
  const { version, status } = inputs;
  return GATES[status]
    .filter((gate) => !gate.holds(inputs))
    .map((gate) => ({
      id: `version-metadata/gate-${gate.id}`,
      severity: 'error',
      message: `${version} cannot be ${status}: ${gate.reason(inputs)}`,
      file: versionMetadataFile(version),
      path: '/status',
      actual: status,
      fix: gate.fix(inputs),
    }));
}
