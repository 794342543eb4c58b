import { posix } from 'node:path';
import { failureOf, success, type Finding, type Ports, type Result, type Scope } from '@fixpoint/model';
import {
  compareVersions,
  epochTimestamp,
  isStrictVersion,
  versionMetadataFile,
  type Manifest,
} from '@fixpoint/surface-formats';
import { unionFile, WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import { ruleSetOf } from '../rule-sets';
import type { MetadataFacts, VersionFacts } from './metadata-facts';

/** Which versions have metadata when none is named: those with a union, or those that have metadata already. */
export type VersionsWithMetadata = 'with-union' | 'with-metadata';

const VERSION_NAME = /^[0-9A-Za-z][0-9A-Za-z.+_-]*$/;

/** Reads everything that metadata follows from. */
export async function collectMetadata(
  ports: Ports,
  manifest: Manifest,
  scope: Scope,
): Promise<Result<MetadataFacts>> {
  const misused = misuse(manifest, scope);
  if (misused !== undefined) return failureOf('usage', misused);
  const { versions: rule } = ruleSetOf(manifest).metadata;
  const unions = (await ports.files.list(['snapshots/*/union.json'])).map(directoryName);
  const stems = (await ports.files.list(['versions/*.json'])).map((path) => posix.basename(path, '.json'));
  // What is named like no version is told by the rules of the root's layout.
  const known = rule === 'with-union' ? unions : stems.filter(isStrictVersion);
  const versions = scope.version === undefined ? known.sort(compareVersions) : [scope.version];
  const evidence = await ports.files.list(['validations/*/*']);
  const measured = (await ports.files.list(['snapshots/*/*'])).map((path) => path.split('/')[1] ?? '');
  return success({
    versions: await Promise.all(versions.map((version) => collectVersion(ports, version))),
    measured: new Set(measured),
    wrapper: await ports.files.readText(WRAPPER_COVERAGE_FILE),
    strayEvidence:
      scope.version === undefined ? evidence.filter((path) => !unions.includes(directoryName(path))) : [],
    claim: scope.claim,
    comparing: scope.check,
    epoch: scope.check ? undefined : epochTimestamp(ports.machine.env('SOURCE_DATE_EPOCH')),
  });
}

async function collectVersion({ files }: Ports, version: string): Promise<VersionFacts> {
  const evidence = await files.list([`validations/${version}/*.json`]);
  const texts = await Promise.all(evidence.map((path) => files.readText(path)));
  return {
    version,
    union: await files.readText(unionFile(version)),
    reports: (await files.list([`reports/${version}/*`])).map((path) => posix.basename(path)),
    evidence: Object.fromEntries(
      evidence.map((path, index) => [posix.basename(path, '.json'), texts[index] ?? '']),
    ),
    metadata: await files.readText(versionMetadataFile(version)),
  };
}

function directoryName(path: string): string {
  return posix.basename(posix.dirname(path));
}

function misuse(manifest: Manifest, { version, claim }: Scope): Finding | undefined {
  if (version !== undefined && !VERSION_NAME.test(version)) {
    return {
      id: `usage/version-name`,
      severity: 'error',
      message: `"${version}" is no version: it must be the name of a directory below snapshots/`,
      file: 'snapshots',
      actual: version,
      fix: 'name a version with --version, such as --version 1.2.3',
    };
  }
  return claim === undefined ? undefined : ruleSetOf(manifest).metadata.refuseClaim(claim, version, manifest);
}
