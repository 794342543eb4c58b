export { consistencyDerivation } from './consistency-derivation';
export { planDocumentFixes, type DocumentFix } from './plan-document-fixes';
export type { RootFacts } from './root-facts';
