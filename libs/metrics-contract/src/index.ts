export { metricsLintDerivation } from './metrics-lint-derivation';
export type { MetricsFacts } from './collect-facts';
export { metricsJsonSchema } from './contract/contract-schema';
export type { Metric, MetricsContract } from './contract/contract';
export { readContract } from './contract/read-contract';
export { seriesBound } from './contract/series';
