import {
  failure,
  failureOf,
  success,
  type Finding,
  type Ports,
  type Result,
  type Scope,
} from '@fixpoint/model';
import { compareVersions, fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { readUnion, readWrapperCoverage, unionFile, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import { digestOf } from '../version-metadata/current/read-evidence';

/** One executable that the wrapper is to be validated with, and what the evidence is bound to. */
export interface Measurement {
  readonly version: string;
  readonly target: string;
  readonly sha256: string;
  readonly wrapperVersion?: string;
  readonly coverageDigest: string;
}

const DERIVATION = 'wrapper-validate';

/** Every executable that committed unions name, of the wanted version and target, in their order. */
export async function measurementsOf(
  { files }: Ports,
  manifest: Manifest,
  scope: Scope,
): Promise<Result<readonly Measurement[]>> {
  const { expected } = manifest.targets;
  if (scope.target !== undefined && !expected.includes(scope.target)) {
    return failureOf('usage', unexpectedTarget(scope.target, manifest));
  }
  const text = await files.readText(WRAPPER_COVERAGE_FILE);
  const wrapper = readWrapperCoverage(text, { manifest, derivation: DERIVATION });
  if (!wrapper.ok) return wrapper;
  const versions = scope.version === undefined ? await committedVersions(files) : [scope.version];
  const unions = await Promise.all(versions.map((version) => files.readText(unionFile(version))));
  const read = unions.map((union, index) =>
    readUnion(union, versions[index] ?? '', { manifest, derivation: DERIVATION }),
  );
  const problems = read.flatMap(({ findings }) => findings);
  if (read.some(({ ok }) => !ok)) return failure(...problems);
  const bound = {
    coverageDigest: digestOf(text ?? ''),
    wrapperVersion: wrapper.value.value.wrapper_version ?? undefined,
  };
  const measurements = read.flatMap((union, index) =>
    (union.ok ? union.value.value.inputs : [])
      .filter(({ target_triple }) => (scope.target ?? target_triple) === target_triple)
      .map(({ target_triple, binary }) => ({
        version: versions[index] ?? '',
        target: target_triple,
        sha256: binary.sha256,
        ...bound,
      })),
  );
  return measurements.length > 0 ? success(measurements) : failure(nothingToValidate(manifest, scope));
}

async function committedVersions(files: Ports['files']): Promise<string[]> {
  const unions = await files.list(['snapshots/*/union.json']);
  return unions.map((path) => path.split('/')[1] ?? '').sort(compareVersions);
}

function unexpectedTarget(target: string, manifest: Manifest): Finding {
  return {
    id: 'wrapper-validate/target-unexpected',
    severity: 'error',
    message: `${target} is not a target of this root`,
    file: 'RULES.json',
    path: '/targets',
    expected: manifest.targets.expected.join(', '),
    actual: target,
    fix: fixCommand(DERIVATION, { root: manifest.root, target: manifest.targets.required }),
  };
}

function nothingToValidate(manifest: Manifest, { version, target }: Scope): Finding {
  const what = [version, target].filter((part) => part !== undefined).join(' on ');
  return {
    id: 'wrapper-validate/nothing-to-validate',
    severity: 'error',
    message: `no union holds a snapshot${what === '' ? '' : ` of ${what}`}, so there is no executable to validate with`,
    file: 'snapshots',
    fix: fixCommand('union', manifest, version),
  };
}
