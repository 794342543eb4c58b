export { schemaChecker, type SchemaChecker, type SchemaVerdict } from './schema-checker';
export type { SchemaProblem } from './schema-problem';
export type { Reading } from './reading';
