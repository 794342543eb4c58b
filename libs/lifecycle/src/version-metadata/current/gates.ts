import {
  inTargetOrder,
  isStrictVersion,
  VERSION_STATUSES,
  withoutAbsent,
  type Manifest,
  type SupportedPolicy,
  type Union,
  type VersionGate,
  type VersionStatus,
} from '@fixpoint/surface-formats';
import type { CountedEvidence } from './read-evidence';
import type { TargetStanding } from './supported-targets';

/** What the gates look at. */
export interface GateInputs {
  readonly version: string;
  readonly union: Union;
  /** Names of the committed reports. */
  readonly reports: readonly string[];
  readonly targets: readonly TargetStanding[];
  readonly evidence: CountedEvidence;
  readonly policy: SupportedPolicy;
  readonly manifest: Manifest;
}

interface Gate {
  readonly id: string;
  /** The lowest status that needs it. */
  readonly status: VersionStatus;
  /** Why it does not hold; nothing when it does. */
  obstacle(inputs: GateInputs): string | undefined;
}

/** Every gate, in the order of the statuses. A status needs all gates up to its own. */
const GATES: readonly Gate[] = [
  {
    id: 'semantic-version',
    status: 'reported',
    obstacle: ({ version }) => (isStrictVersion(version) ? undefined : `"${version}" is no semantic version`),
  },
  {
    id: 'reports-complete',
    status: 'reported',
    obstacle: ({ version, union, reports }) => {
      const missing = expectedReports(union).filter((name) => !reports.includes(name));
      return missing.length === 0 ? undefined : `reports/${version} lacks ${missing.join(', ')}`;
    },
  },
  {
    id: 'required-target-supported',
    status: 'validated',
    obstacle: ({ targets, manifest }) =>
      targets.find(({ target }) => target === manifest.targets.required)?.reason,
  },
  {
    id: 'required-target-passed',
    status: 'validated',
    obstacle: ({ evidence, manifest }) => notPassed(manifest.targets.required, evidence),
  },
  {
    id: 'union-complete',
    status: 'supported',
    obstacle: ({ union, policy }) =>
      union.complete || !policy.requiresUnionComplete
        ? undefined
        : `the union has no snapshot of ${(union.missing_targets ?? []).join(', ')}`,
  },
  {
    id: 'all-targets-supported',
    status: 'supported',
    obstacle: ({ targets }) => {
      const reasons = targets.flatMap(({ reason }) => reason ?? []);
      return reasons.length === 0 ? undefined : reasons.join('; ');
    },
  },
];

/** Every gate with its answer. */
export function evaluateGates(inputs: GateInputs): VersionGate[] {
  return GATES.map((gate) => {
    const reason = gate.obstacle(inputs);
    return withoutAbsent<VersionGate>({
      id: gate.id,
      status: gate.status,
      holds: reason === undefined,
      reason,
    });
  });
}

/**
 * The highest status of which every gate holds, those of the statuses below it included.
 *
 * @req FP-LIFE-003
 */
export function statusOf(gates: readonly VersionGate[]): VersionStatus {
  const firstClosed = VERSION_STATUSES.findIndex((status) =>
    gates.some((gate) => gate.status === status && !gate.holds),
  );
  const reached = firstClosed === -1 ? VERSION_STATUSES.length : firstClosed;
  return VERSION_STATUSES[Math.max(0, reached - 1)] ?? 'snapshotted';
}

/** The names of the reports that a union asks for. */
function expectedReports({ inputs, expected_targets, complete }: Union): string[] {
  const targets = inTargetOrder(
    inputs.map(({ target_triple }) => target_triple),
    expected_targets,
  );
  const views = ['any', ...targets, ...(complete ? ['all'] : [])];
  return views.map((view) => `coverage.${view}.json`);
}

function notPassed(target: string, { outcomes, rejected }: CountedEvidence): string | undefined {
  const outcome = outcomes.get(target);
  if (outcome === 'passed') return undefined;
  if (outcome !== undefined)
    return `validation ${outcome === 'failed' ? 'failed' : 'was skipped'} on ${target}`;
  const why = rejected.get(target);
  return why === undefined
    ? `there is no evidence that the wrapper was validated on ${target}`
    : `the evidence for ${target} counts for nothing: ${why}`;
}
