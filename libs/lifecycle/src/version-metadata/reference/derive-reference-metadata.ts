import { failure, failureOf, success, type Artifact, type Finding, type Result } from '@fixpoint/model';
import {
  fixCommand,
  isStrictVersion,
  keepTimestamp,
  newestTimestamp,
  toJsonText,
  versionMetadataFile,
  withoutAbsent,
  type Manifest,
  type Union,
  type ValidationSets,
  type VersionMetadata,
  type VersionStatus,
  type WrapperCoverage,
} from '@fixpoint/surface-formats';
import { readUnion, readWrapperCoverage } from '@fixpoint/surface-units';
import { VERSION_METADATA, type MetadataFacts, type VersionFacts } from '../metadata-facts';
import { readExistingMetadata, type ExistingMetadata } from './existing-metadata';
import { referenceGateFindings } from './reference-gates';
import { readReferencePolicy, type ReferencePolicy } from './reference-policy';
import { referenceSupportedTargets } from './reference-support';
import { isStatus } from './refuse-claim';

// Parity contract §1.4: what stands where no time can be had.
const NO_TIME = '1970-01-01T00:00:00Z';

const NOT_COMPARED: Finding = {
  id: `${VERSION_METADATA}/no-policy`,
  severity: 'warning',
  message: 'RULES.json has no version_metadata.supported_policy, so metadata is not derived again',
  file: 'RULES.json',
  path: '/version_metadata',
  fix: 'add version_metadata.supported_policy to RULES.json',
};

/** The metadata that a claim gives under rules version 1, or everything that stands against it. */
export function deriveReferenceMetadata(
  version: VersionFacts,
  facts: MetadataFacts,
  manifest: Manifest,
): Result<Artifact> {
  const { metadata } = version;
  // Only the command that writes metadata insists on the policy: without it nothing can be said against what is committed.
  if (facts.comparing && metadata !== undefined && manifest.raw['version_metadata'] === undefined) {
    return success({ path: versionMetadataFile(version.version), text: metadata }, [NOT_COMPARED]);
  }
  const inputs = readInputs(version, facts, manifest);
  if (!inputs.ok) return inputs;
  const claimed = validationOf(inputs.value, facts);
  if (claimed === 'refused') return failure(claimedTooEarly(version, manifest));
  const { policy, union, wrapper } = inputs.value;
  const supported = wrapper && referenceSupportedTargets({ union, wrapper, policy, manifest });
  const refused = referenceGateFindings({
    ...inputs.value,
    version: version.version,
    supported: supported ?? [],
    passed: claimed?.passed_targets ?? [],
    manifest,
  });
  if (refused.length > 0) return failure(...refused);
  const record = toRecord(version.version, inputs.value, { supported, validation: claimed, manifest });
  return success({ path: versionMetadataFile(version.version), text: toText(record, version, facts) });
}

interface Inputs {
  readonly status: VersionStatus;
  readonly policy: ReferencePolicy;
  readonly union: Union;
  readonly wrapper?: WrapperCoverage;
  readonly existing: ExistingMetadata;
}

function readInputs(version: VersionFacts, facts: MetadataFacts, manifest: Manifest): Result<Inputs> {
  const policy = readReferencePolicy(manifest);
  const existing = readExistingMetadata(version, manifest);
  const status = facts.claim?.status ?? (existing.ok ? existing.value.status : undefined);
  if (existing.ok && !isStatus(status)) return statusMissing(noStatus(version, status, manifest), facts);
  const surfaces = readSurfaces(version, facts, { manifest, status });
  const missing = [
    ...semanticVersion(version.version, policy),
    ...(status === 'snapshotted' ? [] : anyReport(version, manifest)),
  ];
  if (!policy.ok || !surfaces.ok || !existing.ok || !isStatus(status) || missing.length > 0) {
    return failure(...missing, ...[policy, surfaces, existing].flatMap(({ findings }) => findings));
  }
  return success({ status, policy: policy.value, existing: existing.value, ...surfaces.value });
}

// Only what is no more than snapshotted may be without a wrapper file.
function readSurfaces(
  version: VersionFacts,
  facts: MetadataFacts,
  { manifest, status }: { readonly manifest: Manifest; readonly status: string | undefined },
): Result<Pick<Inputs, 'union' | 'wrapper'>> {
  const derivation = VERSION_METADATA;
  const union = readUnion(version.union, version.version, { manifest, derivation });
  const wrapper =
    facts.wrapper === undefined && status === 'snapshotted'
      ? success(undefined)
      : readWrapperCoverage(facts.wrapper, { manifest, derivation });
  if (!union.ok || !wrapper.ok) return failure(...union.findings, ...wrapper.findings);
  return success({ union: union.value.value, wrapper: wrapper.value?.value });
}

function semanticVersion(version: string, policy: Result<ReferencePolicy>): Finding[] {
  if (!policy.ok || !policy.value.requires_semantic_version || isStrictVersion(version)) return [];
  return [
    {
      id: 'version-metadata/gate-semantic-version',
      severity: 'error',
      message: `"${version}" is no semantic version, which version_metadata.supported_policy requires`,
      file: 'RULES.json',
      path: '/version_metadata/supported_policy/requires_semantic_version',
      actual: version,
      fix: 'name a semantic version with --version, such as --version 1.2.3',
    },
  ];
}

// Only the existence counts: what is in the report is the report's own matter.
function anyReport({ version, reports }: VersionFacts, manifest: Manifest): Finding[] {
  if (reports.includes('coverage.any.json')) return [];
  return [
    {
      id: 'version-metadata/report-missing',
      severity: 'error',
      message: `reports/${version}/coverage.any.json does not exist, so nothing is reported of ${version}`,
      file: `reports/${version}/coverage.any.json`,
      fix: fixCommand('report', manifest, version),
    },
  ];
}

// Claimed targets replace the committed ones as they are; without any the committed ones stay.
function validationOf(
  { status, existing }: Inputs,
  { claim }: MetadataFacts,
): ValidationSets | undefined | 'refused' {
  const { passed = [], failed = [], skipped = [] } = claim ?? {};
  if (passed.length + failed.length + skipped.length === 0) return existing.validation;
  if (status === 'snapshotted') return 'refused';
  return { passed_targets: passed, failed_targets: failed, skipped_targets: skipped };
}

function toRecord(
  version: string,
  { status, union, existing }: Inputs,
  parts: {
    readonly supported?: readonly string[];
    readonly validation?: ValidationSets;
    readonly manifest: Manifest;
  },
): VersionMetadata {
  const { supported, validation, manifest } = parts;
  return withoutAbsent<VersionMetadata>({
    schema_version: 1,
    semantic_version: version,
    status,
    updated_at: '',
    notes: existing.notes,
    artifacts: {
      snapshots_dir: `snapshots/${version}`,
      reports_dir: `reports/${version}`,
      union_complete: union.complete,
    },
    coverage: supported && {
      supported_targets: supported,
      supported_required_target: supported.includes(manifest.targets.required),
    },
    validation,
    promotion: { eligible_for_latest_validated: status === 'validated' },
  });
}

function toText(record: VersionMetadata, version: VersionFacts, facts: MetadataFacts): string {
  const { epoch, wrapper } = facts;
  const times = [version.union, wrapper].flatMap((text) => timeOf(text) ?? []);
  const timed = toJsonText({ ...record, updated_at: epoch ?? newestTimestamp(times) ?? NO_TIME });
  return epoch === undefined ? keepTimestamp(timed, version.metadata, 'updated_at') : timed;
}

function timeOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const { collected_at, generated_at } = JSON.parse(text) as { collected_at?: string; generated_at?: string };
  return collected_at ?? generated_at ?? undefined;
}

// Of a run that only compares nothing was asked: what is wrong is the committed file.
function statusMissing(finding: Finding, { comparing }: MetadataFacts): Result<Inputs> {
  return comparing
    ? failure({ ...finding, id: `${VERSION_METADATA}/status-missing` })
    : failureOf('usage', finding);
}

function noStatus(
  { version, metadata }: VersionFacts,
  status: string | undefined,
  manifest: Manifest,
): Finding {
  const file = versionMetadataFile(version);
  return {
    id: 'usage/status-missing',
    severity: 'error',
    message:
      metadata === undefined
        ? `${version} has no metadata yet, so its status has to be named`
        : `${file} has ${status === undefined ? 'no status' : `the unknown status "${status}"`}, so the status has to be named`,
    file,
    fix: `${fixCommand(VERSION_METADATA, manifest, version)} --status reported`,
  };
}

function claimedTooEarly({ version }: VersionFacts, manifest: Manifest): Finding {
  return {
    id: 'version-metadata/validation-too-early',
    severity: 'error',
    message: `targets of ${version} were named as passed, failed or skipped, but a version that is only snapshotted was not validated`,
    file: versionMetadataFile(version),
    fix: `${fixCommand(VERSION_METADATA, manifest, version)} --status snapshotted`,
  };
}
