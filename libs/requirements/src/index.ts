export { specExtractDerivation } from './spec-extract-derivation';
export type { ExtractFacts } from './extract/collect-facts';
export { PAGE_MARK } from './extract/generated-mark';
export { outputPaths, type Collision, type OutputPaths } from './extract/output-paths';
export { specLintDerivation } from './spec-lint-derivation';
