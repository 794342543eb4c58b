import { failure, success, type Artifact, type Finding, type Result } from '@fixpoint/model';
import {
  DEFAULT_LIFECYCLE,
  isStableVersion,
  toJsonText,
  versionMetadataFile,
  withoutAbsent,
  type Manifest,
  type Union,
  type ValidationOutcome,
  type ValidationSets,
  type VersionMetadata,
  type WrapperCoverage,
} from '@fixpoint/surface-formats';
import { readUnion, readWrapperCoverage } from '@fixpoint/surface-units';
import { VERSION_METADATA, type MetadataFacts, type VersionFacts } from '../metadata-facts';
import { evaluateGates, statusOf } from './gates';
import { readEvidence, type CountedEvidence } from './read-evidence';
import { standingOfTargets } from './supported-targets';

/** The metadata that the committed artifacts of a version support, with what is wrong with its evidence. */
export function deriveCurrentMetadata(
  version: VersionFacts,
  facts: MetadataFacts,
  manifest: Manifest,
): Result<Artifact> {
  const record = currentRecord(version, facts, manifest);
  if (!record.ok) return record;
  const artifact = { path: versionMetadataFile(version.version), text: toJsonText(record.value) };
  return success(artifact, record.findings);
}

/** The record of `deriveCurrentMetadata`. */
export function currentRecord(
  version: VersionFacts,
  facts: MetadataFacts,
  manifest: Manifest,
): Result<VersionMetadata> {
  const inputs = readInputs(version, facts, manifest);
  if (!inputs.ok) return inputs;
  const { union, wrapper } = inputs.value;
  const evidence = readEvidence(version, { union, wrapper: facts.wrapper, manifest });
  return success(
    toRecord(version, { union, wrapper, evidence, manifest }),
    evidence.findings as readonly Finding[],
  );
}

interface Inputs {
  readonly union: Union;
  readonly wrapper?: WrapperCoverage;
}

function readInputs(version: VersionFacts, facts: MetadataFacts, manifest: Manifest): Result<Inputs> {
  const derivation = VERSION_METADATA;
  const union = readUnion(version.union, version.version, { manifest, derivation });
  const wrapper =
    facts.wrapper === undefined
      ? success(undefined)
      : readWrapperCoverage(facts.wrapper, { manifest, derivation });
  if (!union.ok || !wrapper.ok) return failure(...union.findings, ...wrapper.findings);
  return success({ union: union.value.value, wrapper: wrapper.value?.value });
}

function toRecord(
  { version, reports }: VersionFacts,
  { union, wrapper, evidence, manifest }: Inputs & { evidence: CountedEvidence; manifest: Manifest },
): VersionMetadata {
  const { supported: policy, pointers } = manifest.lifecycle ?? DEFAULT_LIFECYCLE;
  const targets = standingOfTargets({ union, wrapper, policy, manifest });
  const supported = targets.filter(({ reason }) => reason === undefined).map(({ target }) => target);
  const gates = evaluateGates({ version, union, reports, targets, evidence, policy, manifest });
  const status = statusOf(gates);
  return withoutAbsent<VersionMetadata>({
    schema_version: 1,
    semantic_version: version,
    status,
    artifacts: {
      snapshots_dir: `snapshots/${version}`,
      reports_dir: `reports/${version}`,
      union_complete: union.complete,
    },
    coverage: wrapper && {
      supported_targets: supported,
      supported_required_target: supported.includes(manifest.targets.required),
    },
    validation: validationSets(evidence, manifest.targets.expected),
    promotion: {
      eligible_for_latest_validated:
        (status === 'validated' || status === 'supported') &&
        (pointers.allowPrerelease || isStableVersion(version)),
    },
    gates,
  });
}

// A target without evidence that counts was skipped: every expected target is in exactly one of the lists.
function validationSets(
  { outcomes }: CountedEvidence,
  expected: readonly string[],
): ValidationSets | undefined {
  if (outcomes.size === 0) return undefined;
  const withOutcome = (outcome: ValidationOutcome): string[] =>
    expected.filter((target) => (outcomes.get(target) ?? 'skipped') === outcome);
  return {
    passed_targets: withOutcome('passed'),
    failed_targets: withOutcome('failed'),
    skipped_targets: withOutcome('skipped'),
  };
}
