import type { Finding } from '@fixpoint/model';
import { findingAt } from '@fixpoint/structured-text';
import type { Metric, MetricsContract } from './contract';
import { seriesBound, type SeriesBound } from './series';

interface Bounded {
  readonly metric: Metric;
  readonly bound: SeriesBound;
}

/**
 * Budgets multiplied, against the limits. Metrics with a label that has no budget are left out; that is a finding by itself.
 *
 * @req FP-MET-002
 */
export function limitFindings(contract: MetricsContract): Finding[] {
  const bounded = contract.metrics.flatMap((metric): Bounded[] => {
    const bound = seriesBound(metric);
    return bound === undefined ? [] : [{ metric, bound }];
  });
  return [
    ...bounded.flatMap((one) => overLimit(contract, one)),
    ...overTotal(contract, bounded),
    ...unknownSteps(contract),
    ...noLimit(contract, bounded),
  ];
}

function overLimit({ document }: MetricsContract, { metric, bound }: Bounded): Finding[] {
  if (metric.limit === undefined || bound.series <= BigInt(metric.limit)) return [];
  return [
    findingAt(document, metric.pointer, {
      id: 'metrics-lint/limit-exceeded',
      message: `the budgets of ${metric.name} allow ${bound.series} series (${bound.because}), and its limit is ${metric.limit}`,
      expected: `at most ${metric.limit}`,
      actual: String(bound.series),
      fix: `lower a budget, remove a label, or raise the limit of ${metric.name}`,
    }),
  ];
}

function overTotal({ document, totalLimit }: MetricsContract, bounded: readonly Bounded[]): Finding[] {
  const total = totalOf(bounded);
  if (totalLimit === undefined || total <= BigInt(totalLimit)) return [];
  return [
    findingAt(document, '', {
      id: 'metrics-lint/total-limit-exceeded',
      message: `the budgets of all metrics together allow ${total} series, and the limit is ${totalLimit}; most has ${largest(bounded)}`,
      expected: `at most ${totalLimit}`,
      actual: String(total),
      fix: 'lower budgets, remove labels, or raise the limit of the total',
    }),
  ];
}

/** A limit on a histogram whose buckets nobody counted holds for less than there will be. */
function unknownSteps({ document, metrics, totalLimit }: MetricsContract): Finding[] {
  return metrics.flatMap(({ type, name, pointer, limit, buckets, quantiles }): Finding[] => {
    const steps = { histogram: 'buckets', summary: 'quantiles', counter: undefined, gauge: undefined }[type];
    if (steps === undefined || (limit === undefined && totalLimit === undefined)) return [];
    if ((steps === 'buckets' ? buckets : quantiles) !== undefined) return [];
    return [
      findingAt(document, pointer, {
        id: 'metrics-lint/steps-unknown',
        severity: 'warning',
        message: `the ${type} ${name} does not say its ${steps}, so its series are counted without them`,
        fix: `add "${steps}" to ${name} in ${document.file}`,
      }),
    ];
  });
}

function noLimit({ document, metrics, totalLimit }: MetricsContract, bounded: readonly Bounded[]): Finding[] {
  if (totalLimit !== undefined || metrics.some(({ limit }) => limit !== undefined)) return [];
  if (bounded.length === 0) return [];
  return [
    findingAt(document, '', {
      id: 'metrics-lint/no-limit',
      severity: 'warning',
      message: `no limit is set; the budgets allow ${totalOf(bounded)} series, most of them ${largest(bounded)}`,
      fix: `set "limits" ("series_per_metric", "series_total") in ${document.file}`,
    }),
  ];
}

function totalOf(bounded: readonly Bounded[]): bigint {
  return bounded.reduce((sum, { bound }) => sum + bound.series, 0n);
}

function largest([first, ...others]: readonly Bounded[]): string {
  if (first === undefined) return 'none';
  const { metric, bound } = others.reduce(
    (most, one) => (one.bound.series > most.bound.series ? one : most),
    first,
  );
  return `${metric.name} with ${bound.series} (${bound.because})`;
}
