import { createHash } from 'node:crypto';
import type { Scope } from '@fixpoint/model';
import {
  DEFAULT_LIFECYCLE,
  toJsonText,
  validationFile,
  versionMetadataFile,
  type LifecycleConfig,
  type Manifest,
  type Union,
  type ValidationEvidence,
  type VersionMetadata,
  type WrapperCommand,
} from '@fixpoint/surface-formats';
import {
  inputsOf,
  LINUX,
  MACOS,
  memoryPorts,
  plainManifest,
  TARGETS,
  unionOf,
  WINDOWS,
} from '@fixpoint/testkit';
import { unionFile, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import { versionMetadataDerivation } from '../version-metadata/version-metadata-derivation';

export const COMMAND = ['node', 'validate.mjs'];

/** A lifecycle with a validation command. */
export const LIFECYCLE: LifecycleConfig = {
  ...DEFAULT_LIFECYCLE,
  validation: { command: COMMAND, timeoutMs: 1000, env: {} },
};

/** A manifest over three targets of which the first is required. */
export function manifestOf(changes: Partial<Manifest> = {}): Manifest {
  return plainManifest({ wrapper: { name: 'tool-sdk' }, lifecycle: LIFECYCLE, ...changes });
}

/** What a test's root holds, version by version. */
export interface RootSketch {
  readonly coverage?: readonly WrapperCommand[];
  readonly versions: Readonly<Record<string, VersionSketch>>;
}

export interface VersionSketch {
  readonly union?: Union;
  /** Targets with reports; those of the union by default. */
  readonly reports?: readonly string[];
  /** Outcomes by target; evidence that counts is made of them. */
  readonly evidence?: Readonly<Record<string, ValidationEvidence['outcome']>>;
}

export const COVERED: readonly WrapperCommand[] = [
  { path: [], level: 'explicit' },
  { path: ['admin'], level: 'intentionally_unsupported', note: 'not for machines' },
];

/** A surface whose `admin` has a flag and a command below it that are waived with it. */
export function surface(changes: Partial<Union> = {}): Union {
  return unionOf({ '': {}, admin: { flags: ['--force'] }, 'admin users': {} }, changes);
}

/** The files of a sketched root. */
export function filesOf({ coverage = COVERED, versions }: RootSketch): Record<string, string> {
  const wrapper = toJsonText({ schema_version: 1, coverage });
  const files: Record<string, string> = { [WRAPPER_COVERAGE_FILE]: wrapper };
  for (const [version, sketch] of Object.entries(versions)) {
    const union = sketch.union ?? surface();
    files[unionFile(version)] = toJsonText(union);
    const targets = union.inputs.map(({ target_triple }) => target_triple);
    const views = sketch.reports ?? ['any', ...targets, ...(union.complete ? ['all'] : [])];
    for (const view of views) files[`reports/${version}/coverage.${view}.json`] = '{}\n';
    for (const [target, outcome] of Object.entries(sketch.evidence ?? {})) {
      files[validationFile(version, target)] = toJsonText(evidenceOf({ version, target, outcome, wrapper }));
    }
  }
  return files;
}

/** Evidence that counts for the unions of `surface`. */
export function evidenceOf({
  version,
  target,
  outcome,
  wrapper,
}: {
  version: string;
  target: string;
  outcome: ValidationEvidence['outcome'];
  wrapper: string;
}): ValidationEvidence {
  return {
    schema_version: 1,
    semantic_version: version,
    target_triple: target,
    collected_at: '2026-01-03T00:00:00Z',
    outcome,
    binary: { sha256: '0'.repeat(64), size_bytes: 1 },
    wrapper: { coverage_sha256: createHash('sha256').update(wrapper).digest('hex') },
    command: COMMAND,
    exit_code: outcome === 'passed' ? 0 : 1,
    generator: { name: 'fixpoint', version: '1' },
  };
}

/** Collects, derives and checks metadata as the engine does. */
export async function runMetadata(
  files: Readonly<Record<string, string>>,
  {
    manifest = manifestOf(),
    env = {},
    ...scope
  }: Partial<Scope> & { manifest?: Manifest; env?: Record<string, string> } = {},
) {
  const ports = memoryPorts({ files, env });
  const facts = await versionMetadataDerivation.collect(ports, manifest, { check: false, ...scope });
  if (!facts.ok)
    return { ok: false, outcome: facts.outcome, findings: facts.findings, artifacts: [], checked: [] };
  const derived = versionMetadataDerivation.derive(facts.value, manifest);
  return {
    ok: derived.ok,
    findings: derived.findings,
    artifacts: derived.ok ? derived.value : [],
    checked: versionMetadataDerivation.check?.(facts.value, manifest) ?? [],
  };
}

/** The derived metadata of one version. */
export async function metadataOf(
  files: Readonly<Record<string, string>>,
  version: string,
  manifest: Manifest = manifestOf(),
): Promise<VersionMetadata> {
  const { artifacts } = await runMetadata(files, { manifest });
  const artifact = artifacts.find(({ path }) => path === versionMetadataFile(version));
  if (artifact === undefined) throw new Error(`no metadata of ${version} was derived`);
  return JSON.parse(artifact.text) as VersionMetadata;
}

/** Files with the metadata that follows from them. */
export async function withMetadata(
  files: Readonly<Record<string, string>>,
  manifest: Manifest = manifestOf(),
): Promise<Record<string, string>> {
  const { artifacts } = await runMetadata(files, { manifest });
  return { ...files, ...Object.fromEntries(artifacts.map(({ path, text }) => [path, text])) };
}

export { inputsOf, LINUX, MACOS, TARGETS, WINDOWS };
