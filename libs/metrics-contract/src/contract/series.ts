import type { Metric } from './contract';

/** How many series the budgets of a metric allow. */
export interface SeriesBound {
  /** Sets of label values: the product of the budgets. */
  readonly labelSets: bigint;
  /** Series of one such set: 1, or the buckets or quantiles of it with its sum and count. */
  readonly perSet: number;
  readonly series: bigint;
  /** The arithmetic in words: `4 × 64 label values`. */
  readonly because: string;
}

/**
 * The bound of a metric; undefined when a label has no budget. A histogram has a series for each bucket, `+Inf`, the sum and the count; a
 * summary one for each quantile, the sum and the count. Buckets that are not declared count as none, so the bound is then the least it can be.
 */
export function seriesBound(metric: Metric): SeriesBound | undefined {
  const budgets = metric.labels.map(({ budget }) => budget);
  if (budgets.some((budget) => budget === undefined)) return undefined;
  const labelSets = budgets.reduce<bigint>((product, budget) => product * BigInt(budget as number), 1n);
  const { perSet, parts } = seriesPerSet(metric);
  const product =
    budgets.length === 0
      ? 'no labels'
      : metric.labels.map(({ name, budget }) => `${budget} ${name}`).join(' × ');
  return {
    labelSets,
    perSet,
    series: labelSets * BigInt(perSet),
    because: parts === undefined ? product : `${product}, times ${parts}`,
  };
}

function seriesPerSet({ type, buckets = 0, quantiles = 0 }: Metric): {
  readonly perSet: number;
  readonly parts?: string;
} {
  if (type === 'histogram') return { perSet: buckets + 3, parts: `${buckets} buckets, +Inf, sum and count` };
  if (type === 'summary') return { perSet: quantiles + 2, parts: `${quantiles} quantiles, sum and count` };
  return { perSet: 1 };
}
