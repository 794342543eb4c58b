import {
  failureOf,
  success,
  type Derivation,
  type Derived,
  type Finding,
  type Ports,
  type Result,
  type Scope,
} from '@fixpoint/model';
import {
  compareBytes,
  epochTimestamp,
  keepTimestamp,
  toJsonText,
  validationFile,
  withoutAbsent,
  fixCommand,
  type Manifest,
  type ValidationConfig,
  type ValidationEvidence,
} from '@fixpoint/surface-formats';
import type { FindExecutable } from './find-executable';
import { measurementsOf, type Measurement } from './measurements';
import { runValidation, type ValidationResult } from './run-validation';
import * as findings from './validation-findings';

/** What was measured in this run. */
export interface ValidationFacts {
  readonly measured: readonly MeasuredValidation[];
}

/** One run of the validation command. */
export interface MeasuredValidation {
  readonly path: string;
  readonly record: ValidationEvidence;
  /** The record that is committed there. */
  readonly committed?: string;
  /** The time is prescribed, so the committed one does not stay. */
  readonly timeIsPinned: boolean;
}

/** The program that makes evidence and the version of what it means by passing. */
const GENERATOR = { name: 'fixpoint', version: '1' };

/** The derivation's id, which is its target too. */
export const WRAPPER_VALIDATE = 'wrapper-validate';

/**
 * `validations/<version>/<target>.json`: the configured command run against the real executable of each target, found by the
 * digest that the committed snapshot records.
 *
 * Like a snapshot it is a measurement: it always runs, is no part of `validate`, and leaves alone what cannot be measured here.
 * The evidence of a version is written when all its targets are through, before the next version begins.
 */
export function createWrapperValidateDerivation(find: FindExecutable): Derivation<Manifest, ValidationFacts> {
  return {
    id: WRAPPER_VALIDATE,
    summary: 'Runs the wrapper with the real executable of each target.',
    owns: (_manifest, { version, target }) => [validationFile(version ?? '*', target ?? '*')],
    keeps: () => true,
    // That nothing could be measured is a failure of collecting, which knows why.
    allowsEmpty: () => true,
    collect: (ports, manifest, scope) => collect(collectVersions(ports, manifest, { scope, find })),
    collectParts: (ports, manifest, scope) => collectVersions(ports, manifest, { scope, find }),
    derive,
    fix: (root, version) => fixCommand(WRAPPER_VALIDATE, { root }, version),
  };
}

interface Context {
  readonly scope: Scope;
  readonly find: FindExecutable;
}

/** The measurements of each version, which go together: a version is written when all its targets are through. */
async function* collectVersions(
  ports: Ports,
  manifest: Manifest,
  context: Context,
): AsyncGenerator<Result<ValidationFacts>, void> {
  const config = manifest.lifecycle?.validation;
  if (config === undefined) return yield success({ measured: [] }, [findings.notConfigured(manifest)]);
  const wanted = await measurementsOf(ports, manifest, context.scope);
  if (!wanted.ok) return yield wanted;
  let isAnyMeasured = false;
  // Whether a missing executable is an error is known when another one was there.
  let remarks: readonly Finding[] = [];
  for (const measurements of byVersion(wanted.value)) {
    const result = await measureVersion(ports, { ...context, manifest, config }, measurements);
    if (!result.ok) return yield { ...result, findings: [...remarks, ...result.findings] };
    remarks = [...remarks, ...result.findings];
    if (result.value.length === 0) continue;
    isAnyMeasured = true;
    yield success({ measured: result.value }, remarks);
    remarks = [];
  }
  if (!isAnyMeasured) yield failureOf('environment', ...remarks.map(asError));
  else if (remarks.length > 0) yield success({ measured: [] }, remarks);
}

async function collect(parts: AsyncIterable<Result<ValidationFacts>>): Promise<Result<ValidationFacts>> {
  const measured: MeasuredValidation[] = [];
  const remarks: Finding[] = [];
  for await (const part of parts) {
    if (!part.ok) return part;
    measured.push(...part.value.measured);
    remarks.push(...part.findings);
  }
  return success({ measured }, remarks);
}

function byVersion(measurements: readonly Measurement[]): readonly (readonly Measurement[])[] {
  const versions = [...new Set(measurements.map(({ version }) => version))];
  return versions.map((wanted) => measurements.filter(({ version }) => version === wanted));
}

async function measureVersion(
  ports: Ports,
  context: Omit<MeasureContext, 'measurement'>,
  measurements: readonly Measurement[],
): Promise<Result<readonly MeasuredValidation[]>> {
  const measured: MeasuredValidation[] = [];
  const remarks: Finding[] = [];
  for (const [index, measurement] of measurements.entries()) {
    ports.progress.update(`validate ${measurement.version}`, index, measurements.length);
    const result = await measure(ports, { ...context, measurement });
    if (!result.ok) return result;
    measured.push(...(result.value ?? []));
    remarks.push(...result.findings);
  }
  return success(measured, remarks);
}

function asError(finding: Finding): Finding {
  return { ...finding, severity: 'error' };
}

interface MeasureContext extends Context {
  readonly manifest: Manifest;
  readonly config: ValidationConfig;
  readonly measurement: Measurement;
}

async function measure(
  ports: Ports,
  { scope, find, manifest, config, measurement }: MeasureContext,
): Promise<Result<MeasuredValidation[] | undefined>> {
  const { version, target, sha256 } = measurement;
  const found = await find(ports, manifest, { version, target, sha256, path: scope.binary });
  if ('absent' in found)
    return success(undefined, [findings.notRunHere(measurement, found.absent, manifest)]);
  const result = await runValidation(ports, config, { version, target, ...found });
  if ('notStarted' in result) {
    return failureOf('environment', findings.notStarted(config, result.notStarted, manifest));
  }
  const path = validationFile(version, target);
  const pinned = epochTimestamp(ports.machine.env('SOURCE_DATE_EPOCH'));
  const record = toRecord(measurement, result, {
    config,
    sizeBytes: found.sizeBytes,
    collectedAt: pinned ?? ports.machine.now(),
    wrapperName: manifest.wrapper?.name,
  });
  const committed = await ports.files.readText(path);
  return success(
    [{ path, record, committed, timeIsPinned: pinned !== undefined }],
    result.outcome === 'passed' ? [] : [findings.notPassed(measurement, result, manifest)],
  );
}

function toRecord(
  { version, target, sha256, wrapperVersion, coverageDigest }: Measurement,
  { outcome, detail, exitCode }: ValidationResult,
  parts: { config: ValidationConfig; sizeBytes: number; collectedAt: string; wrapperName?: string },
): ValidationEvidence {
  return withoutAbsent<ValidationEvidence>({
    schema_version: 1,
    semantic_version: version,
    target_triple: target,
    collected_at: parts.collectedAt,
    outcome,
    detail,
    binary: { sha256, size_bytes: parts.sizeBytes },
    wrapper: withoutAbsent({
      name: parts.wrapperName,
      version: wrapperVersion,
      coverage_sha256: coverageDigest,
    }),
    command: parts.config.command,
    exit_code: exitCode,
    generator: GENERATOR,
  });
}

function derive({ measured }: ValidationFacts): Derived {
  return success(
    measured
      .map(({ path, record, committed, timeIsPinned }) => {
        const text = toJsonText(record);
        return { path, text: timeIsPinned ? text : keepTimestamp(text, committed, 'collected_at') };
      })
      .sort((a, b) => compareBytes(a.path, b.path)),
  );
}
