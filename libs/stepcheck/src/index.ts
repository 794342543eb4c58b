export { stepcheckDerivation } from './stepcheck-derivation';
export type { StepFacts } from './collect-facts';
