export { regenSchemaDerivation } from './regen-schema-derivation';
export type { SchemasFacts } from './facts';
