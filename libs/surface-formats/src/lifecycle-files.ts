/** Where the metadata of a version is committed, relative to the root. */
export function versionMetadataFile(version: string): string {
  return `versions/${version}.json`;
}

/** Where the evidence that the wrapper was validated on a target is committed, relative to the root. */
export function validationFile(version: string, target: string): string {
  return `validations/${version}/${target}.json`;
}

/** The pointers that every expected target has. */
export const POINTER_KINDS = ['latest_supported', 'latest_validated'] as const;
export type PointerKind = (typeof POINTER_KINDS)[number];

/** Where a target's pointer is committed, relative to the root. */
export function pointerFile(kind: PointerKind, target: string): string {
  return `pointers/${kind}/${target}.txt`;
}

/** Pointers of the root itself. */
export const LATEST_VALIDATED_FILE = 'latest_validated.txt';
export const MIN_SUPPORTED_FILE = 'min_supported.txt';

/** The union of the version that `latest_validated.txt` names, byte for byte. */
export const CURRENT_FILE = 'current.json';

/** What a pointer says that names no version yet. */
export const NO_VERSION = 'none';
