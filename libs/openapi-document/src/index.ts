export { collectSources, readSources, type DocumentSources } from './sources';
export { readDocument } from './read-document';
export { METHODS } from './openapi-document';
export type { Located, OpenApiDocument, OpenApiVersion, Operation } from './openapi-document';
export { isRemote, referencesIn, splitReference } from './references';
