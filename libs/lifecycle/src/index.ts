export { versionMetadataDerivation } from './version-metadata/version-metadata-derivation';
export type { MetadataFacts, VersionFacts } from './version-metadata/metadata-facts';
