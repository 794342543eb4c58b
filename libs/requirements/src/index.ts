export { specExtractDerivation } from './spec-extract-derivation';
export type { ExtractFacts } from './extract/collect-facts';
export { outputPaths, type Collision, type OutputPaths } from './extract/output-paths';
export { specLintDerivation } from './spec-lint-derivation';
