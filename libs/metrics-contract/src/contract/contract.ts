import type { LocatedDocument } from '@fixpoint/structured-text';
import type { METRIC_TYPES } from './contract-schema';

/** What a metric is. */
export type MetricType = (typeof METRIC_TYPES)[number];

/** A label of a metric. */
export interface MetricLabel {
  readonly name: string;
  /** How many values it may have; absent when nothing says so. */
  readonly budget?: number;
  readonly pointer: string;
}

/** A metric that is declared. */
export interface Metric {
  readonly name: string;
  readonly type: MetricType;
  readonly help?: string;
  readonly unit?: string;
  readonly labels: readonly MetricLabel[];
  /** Bounds of a histogram without `+Inf`; absent when they are not said. */
  readonly buckets?: number;
  readonly quantiles?: number;
  /** Series it may have at most. */
  readonly limit?: number;
  readonly pointer: string;
}

/** A metrics contract, in the one form that all checks use. */
export interface MetricsContract {
  readonly document: LocatedDocument;
  readonly metrics: readonly Metric[];
  /** Budgets for all metrics, by label, with their place. */
  readonly budgets: ReadonlyMap<string, { readonly budget: number; readonly pointer: string }>;
  /** Series of all metrics together. */
  readonly totalLimit?: number;
  /** Whether metrics have help texts in this shape. */
  readonly hasHelp: boolean;
}
