import { failure, success, type Ports, type Result, type Scope } from '@fixpoint/model';
import { fixCommand, versionMetadataFile, type Manifest, type Union } from '@fixpoint/surface-formats';
import { unionFile } from '@fixpoint/surface-units';
import { versionMetadataDerivation } from '../version-metadata/version-metadata-derivation';

/** Rules version 2: the committed metadata, which has to be what the artifacts support at this moment. */
export async function readDerivedMetadata(
  ports: Ports,
  manifest: Manifest,
  version: string,
): Promise<Result<string>> {
  const derived = await deriveMetadata(ports, manifest, { version, check: true });
  if (!derived.ok) return derived;
  const file = versionMetadataFile(version);
  const committed = await ports.files.readText(file);
  if (committed === derived.value) return derived;
  return failure({
    id: 'promote/metadata-drifted',
    severity: 'error',
    message:
      committed === undefined
        ? `${file} does not exist, so nothing says how far ${version} has come`
        : `${file} is not what the committed artifacts support`,
    file,
    fix: fixCommand('version-metadata', manifest, version),
  });
}

/**
 * Rules version 1 (parity contract §13): promoting records the version as validated, with every input of the union as passed. What
 * was recorded as validated before stays as it was recorded.
 */
export async function readClaimedMetadata(
  ports: Ports,
  manifest: Manifest,
  version: string,
): Promise<Result<string>> {
  const committed = await ports.files.readText(versionMetadataFile(version));
  const isRecorded = /^ {2}"status": "(?:validated|supported)"/m.test(committed ?? '');
  if (isRecorded) return deriveMetadata(ports, manifest, { version, check: true });
  const passed = await inputTargets(ports, version);
  return deriveMetadata(ports, manifest, { version, claim: { status: 'validated', passed }, check: false });
}

async function deriveMetadata(
  ports: Ports,
  manifest: Manifest,
  scope: Scope & { readonly version: string },
): Promise<Result<string>> {
  const facts = await versionMetadataDerivation.collect(ports, manifest, scope);
  if (!facts.ok) return facts;
  const derived = versionMetadataDerivation.derive(facts.value, manifest);
  if (!derived.ok) return derived;
  const [artifact] = derived.value;
  return artifact === undefined ? failure(nothingDerived(scope.version, manifest)) : success(artifact.text);
}

async function inputTargets({ files }: Ports, version: string): Promise<string[]> {
  try {
    const union = JSON.parse((await files.readText(unionFile(version))) ?? '') as Union;
    return union.inputs.map(({ target_triple }) => target_triple);
  } catch {
    // What is wrong with the union is told when it is read for the metadata.
    return [];
  }
}

function nothingDerived(version: string, manifest: Manifest) {
  return {
    id: 'promote/metadata-missing',
    severity: 'error' as const,
    message: `nothing gives metadata of ${version}`,
    file: versionMetadataFile(version),
    fix: fixCommand('version-metadata', manifest, version),
  };
}
