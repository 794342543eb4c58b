export { versionMetadataDerivation } from './version-metadata/version-metadata-derivation';
export {
  createWrapperValidateDerivation,
  WRAPPER_VALIDATE,
} from './wrapper-validate/wrapper-validate-derivation';
export type { FindExecutable, FoundExecutable, WantedExecutable } from './wrapper-validate/find-executable';
export type { MetadataFacts, VersionFacts } from './version-metadata/metadata-facts';
