export { compareBytes, comparePaths, inTargetOrder, pathKey } from './order';
export { toJsonText } from './json';
export { violationsInOrder } from './violation-order';
export { withoutAbsent } from './record';
export { rawHelpDirectory, rawHelpPath } from './raw-help';
export { hashedHelpPage, nestedHelpPage } from './raw-help-page';
export { epochTimestamp, keepTimestamp, newestTimestamp } from './timestamp';
export type * from './snapshot';
export type * from './union';
export type * from './wrapper';
export { COVERAGE_LEVELS } from './wrapper';
export type * from './report';
export type * from './surface-diff';
export type * from './manifest';
export { fixCommand, shellWord, type FixScope } from './fix-command';
export type * from './lifecycle';
export { DEFAULT_LIFECYCLE } from './lifecycle';
export type * from './version-metadata';
export { VERSION_STATUSES, versionMetadataSchema } from './version-metadata';
export type * from './validation';
export { VALIDATION_OUTCOMES, validationEvidenceSchema } from './validation';
export type { PointerKind } from './lifecycle-files';
export {
  CURRENT_FILE,
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  NO_VERSION,
  POINTER_KINDS,
  pointerFile,
  validationFile,
  versionMetadataFile,
} from './lifecycle-files';
export type * from './support';
export type * from './source-config';
export { compareVersions, isStableVersion, isStrictVersion } from './strict-version';
export { placeOf, VERSION_PLACES, type VersionPlace } from './version-places';
