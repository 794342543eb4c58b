export { bundleDocument, type BundleSteps } from './bundle-document';
export { collectSources, type DocumentSources } from './sources';
export { inspectDocument } from './inspect-document';
export { readDocument } from './read-document';
export { validateDocument } from './validate-document';
export { templateNames, templateShape } from './path-templates';
export { METHODS } from './openapi-document';
export type { Located, OpenApiDocument, OpenApiVersion, Operation } from './openapi-document';
export { isRemote, referencesIn, splitReference } from './references';
