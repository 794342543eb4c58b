export { metricsLintDerivation } from './metrics-lint-derivation';
export type { MetricsFacts } from './collect-facts';
export { metricsJsonSchema } from './contract/contract-schema';
