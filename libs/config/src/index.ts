export { MARKER, parseManifest } from './parse-manifest';
export { referenceRulesJsonSchema, rulesJsonSchema } from './rules-json-schema';
export type { Rules } from './rules-schema';
export { migrateRules, type Migration, type MigrationStep } from './migrate-rules';
export { parseSupportConfig, SUPPORT_MARKER } from './parse-support';
export { supportJsonSchema } from './support-schema';
export {
  CONTRACTS_MARKER,
  contractsOfDocuments,
  parseContractsConfig,
  parseRedoclyConfig,
  REDOCLY_MARKER,
} from './parse-contracts';
export { contractsJsonSchema } from './contracts-schema';
export { parseSpecsConfig, specsOfDirectory } from './parse-specs';
export { specsJsonSchema } from './specs-schema';
export { DEFAULT_SPECS } from './specs-defaults';
