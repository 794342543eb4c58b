import type { Finding } from '@fixpoint/model';
import { isRecord, positionOfPointer } from '@fixpoint/structured-text';
import {
  fixCommand,
  VERSION_STATUSES,
  versionMetadataFile,
  type Manifest,
  type VersionMetadata,
  type VersionStatus,
} from '@fixpoint/surface-formats';
import { VERSION_METADATA, type MetadataFacts, type VersionFacts } from '../metadata-facts';
import { currentRecord } from './derive-current-metadata';

/**
 * What committed metadata claims beyond what the artifacts support, in words; the diff beside it shows the same as text. Evidence
 * of versions that do not exist is told as well.
 *
 * @req FP-LIFE-004
 */
export function checkClaims(facts: MetadataFacts, manifest: Manifest): Finding[] {
  const claims = facts.versions.flatMap((version) => {
    const derived = currentRecord(version, facts, manifest);
    return derived.ok ? excessClaims(version, derived.value, manifest) : [];
  });
  return [...claims, ...facts.strayEvidence.map((path) => strayEvidence(path))];
}

interface Claim {
  readonly path: string;
  readonly claimed: string;
  readonly supported: string;
  readonly why: string;
}

function excessClaims(
  { version, metadata }: VersionFacts,
  derived: VersionMetadata,
  manifest: Manifest,
): Finding[] {
  const committed = parse(metadata);
  if (metadata === undefined || committed === undefined) return [];
  const claims = [
    statusClaim(committed['status'], derived),
    targetsClaim(committed, ['coverage', 'supported_targets'], {
      supported: derived.coverage?.supported_targets,
      derived,
    }),
    targetsClaim(committed, ['validation', 'passed_targets'], {
      supported: derived.validation?.passed_targets,
      derived,
    }),
  ];
  return claims.flatMap((claim) =>
    claim === undefined ? [] : [toFinding(claim, { version, metadata, manifest })],
  );
}

function statusClaim(status: unknown, derived: VersionMetadata): Claim | undefined {
  const claimed = VERSION_STATUSES.findIndex((each) => each === status);
  if (claimed <= VERSION_STATUSES.indexOf(derived.status)) return undefined;
  return {
    path: '/status',
    claimed: String(status),
    supported: derived.status,
    why: closedGates(derived, VERSION_STATUSES[claimed]),
  };
}

function targetsClaim(
  committed: Readonly<Record<string, unknown>>,
  path: readonly [string, string],
  { supported = [], derived }: { supported?: readonly string[]; derived: VersionMetadata },
): Claim | undefined {
  const holder = committed[path[0]];
  const list = isRecord(holder) ? holder[path[1]] : undefined;
  const excess = Array.isArray(list) ? list.filter((target) => !supported.includes(target as string)) : [];
  if (excess.length === 0) return undefined;
  return {
    path: `/${path.join('/')}`,
    claimed: excess.join(', '),
    supported: supported.join(', ') || 'none',
    why: closedGates(derived, 'supported'),
  };
}

function closedGates({ gates = [] }: VersionMetadata, upTo: VersionStatus | undefined): string {
  const last = VERSION_STATUSES.indexOf(upTo ?? 'supported');
  return gates
    .filter(({ status, holds }) => !holds && VERSION_STATUSES.indexOf(status) <= last)
    .map(({ id, reason }) => `${id}: ${reason}`)
    .join('; ');
}

function toFinding(
  { path, claimed, supported, why }: Claim,
  { version, metadata, manifest }: { version: string; metadata: string; manifest: Manifest },
): Finding {
  const what = path === '/status' ? 'status' : path.slice(1).replaceAll('/', '.');
  return {
    id: 'version-metadata/claim-unsupported',
    severity: 'error',
    message: `${version}: ${what} claims ${claimed}, the committed artifacts support ${supported}${why === '' ? '' : ` (${why})`}`,
    file: versionMetadataFile(version),
    position: positionOfPointer(metadata, path),
    path,
    expected: supported,
    actual: claimed,
    fix: fixCommand(VERSION_METADATA, manifest, version),
  };
}

function strayEvidence(path: string): Finding {
  const [, version = ''] = path.split('/');
  return {
    id: 'version-metadata/evidence-without-version',
    severity: 'error',
    message: `${path} is evidence for ${version}, which has no union`,
    file: path,
    fix: `remove ${path}, or restore snapshots/${version}`,
  };
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
