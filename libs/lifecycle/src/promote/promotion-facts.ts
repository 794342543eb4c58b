import { failure, failureOf, success, type Ports, type Result } from '@fixpoint/model';
import {
  CURRENT_FILE,
  fixCommand,
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  POINTER_KINDS,
  pointerFile,
  versionMetadataFile,
  type Manifest,
  type VersionMetadata,
} from '@fixpoint/surface-formats';
import { unionFile } from '@fixpoint/surface-units';
import { ruleSetOf } from '../rule-sets';

/** What is asked of a promotion. */
export interface PromotionRequest {
  readonly version: string;
  /** The targets that are to move; every target that can when absent. */
  readonly targets?: readonly string[];
  /** Pointers may move to an older version. */
  readonly allowBackward?: boolean;
  /** The version that `min_supported.txt` is to name. */
  readonly minSupported?: string;
}

/** What is read for a promotion; texts by path, absent files left out. */
export interface PromotionFacts {
  /** `snapshots/<version>/union.json`. */
  readonly union: string;
  readonly metadata: VersionMetadata;
  /** What `versions/<version>.json` is to say; the committed text under rules version 2. */
  readonly metadataText: string;
  /** The committed `versions/<minSupported>.json`. */
  readonly minSupportedMetadata?: string;
  readonly committed: ReadonlyMap<string, string>;
}

/** Reads what a promotion needs; a version whose metadata is not what its artifacts support is refused here. */
export async function collectPromotion(
  ports: Ports,
  manifest: Manifest,
  request: PromotionRequest,
): Promise<Result<PromotionFacts>> {
  const { files } = ports;
  const { version, minSupported } = request;
  const unexpected = (request.targets ?? []).filter((target) => !manifest.targets.expected.includes(target));
  if (unexpected.length > 0)
    return failureOf('usage', ...unexpected.map((target) => notExpected(target, manifest)));
  const metadata = await ruleSetOf(manifest).promotion.readMetadata(ports, manifest, version);
  if (!metadata.ok) return metadata;
  const union = await files.readText(unionFile(version));
  if (union === undefined) return failure(unionMissing(version, manifest));
  const paths = [...pointerPaths(manifest), versionMetadataFile(version)];
  const texts = await Promise.all(paths.map((path) => files.readText(path)));
  return success({
    union,
    metadata: JSON.parse(metadata.value) as VersionMetadata,
    metadataText: metadata.value,
    minSupportedMetadata:
      minSupported === undefined ? undefined : await files.readText(versionMetadataFile(minSupported)),
    committed: new Map(
      paths.flatMap((path, index) => {
        const text = texts[index];
        return text === undefined ? [] : [[path, text] as const];
      }),
    ),
  });
}

/** Every file that a promotion may change, besides metadata. */
export function pointerPaths({ targets }: Manifest): string[] {
  const perTarget = POINTER_KINDS.flatMap((kind) =>
    targets.expected.map((target) => pointerFile(kind, target)),
  );
  return [CURRENT_FILE, LATEST_VALIDATED_FILE, MIN_SUPPORTED_FILE, ...perTarget];
}

function notExpected(target: string, manifest: Manifest) {
  return {
    id: 'promote/target-unexpected',
    severity: 'error' as const,
    message: `${target} is not a target of this root`,
    file: 'RULES.json',
    expected: manifest.targets.expected.join(', '),
    actual: target,
    fix: `name one of: ${manifest.targets.expected.join(', ')}`,
  };
}

function unionMissing(version: string, manifest: Manifest) {
  return {
    id: 'promote/union-missing',
    severity: 'error' as const,
    message: `${unionFile(version)} does not exist, so there is nothing that could become ${CURRENT_FILE}`,
    file: unionFile(version),
    fix: fixCommand('union', manifest, version),
  };
}
