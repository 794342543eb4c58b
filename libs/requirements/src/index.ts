export { specExtractDerivation } from './spec-extract-derivation';
export type { ExtractFacts } from './extract/collect-facts';
export { specLintDerivation } from './spec-lint-derivation';
