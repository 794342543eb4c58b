import { success, type Ports, type Result } from '@fixpoint/model';
import { isStrictVersion, type Manifest, type VersionMetadata } from '@fixpoint/surface-formats';
import { versionMetadataDerivation } from '../version-metadata/version-metadata-derivation';

/** Rules version 1: what committed metadata says; what cannot be read says nothing. */
export async function readCommittedStatuses({ files }: Ports): Promise<Result<ReadonlyMap<string, string>>> {
  const paths = await files.list(['versions/*.json']);
  const texts = await Promise.all(paths.map((path) => files.readBytes(path)));
  return success(new Map(texts.flatMap((bytes) => statusIn(new TextDecoder().decode(bytes)))));
}

/** Rules version 2: what the artifacts support now, whatever committed metadata says. */
export async function deriveStatuses(
  ports: Ports,
  manifest: Manifest,
): Promise<Result<ReadonlyMap<string, string>>> {
  const facts = await versionMetadataDerivation.collect(ports, manifest, { check: false });
  if (!facts.ok) return facts;
  const derived = versionMetadataDerivation.derive(facts.value, manifest);
  if (!derived.ok) return derived;
  return success(new Map(derived.value.flatMap(({ text }) => statusIn(text))));
}

function statusIn(text: string): [string, string][] {
  try {
    const { semantic_version: version, status } = JSON.parse(text) as Partial<VersionMetadata>;
    const isKnown = typeof version === 'string' && isStrictVersion(version) && typeof status === 'string';
    return isKnown ? [[version, status]] : [];
  } catch {
    return [];
  }
}
