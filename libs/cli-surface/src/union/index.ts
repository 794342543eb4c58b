export { mergeUnion, unionText } from './merge-union';
export type { HelpPageRef, UnionScope, UnionSource } from './source';
export type { UnionFacts, VersionFacts } from './collect-unions';
export { unionDerivation } from './union-derivation';
