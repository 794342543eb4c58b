export { consistencyDerivation } from './consistency-derivation';
export type { RootFacts } from './root-facts';
