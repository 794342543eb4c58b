import type { MetricsConfig } from '@fixpoint/contract-formats';
import { failureOf, success, type Finding, type Result } from '@fixpoint/model';
import {
  findingAt,
  isRecord,
  nearest,
  parseLocated,
  toPointer,
  type LocatedDocument,
} from '@fixpoint/structured-text';
import type { z } from 'zod';
import type { Metric, MetricLabel, MetricsContract } from './contract';
import { contractSchema, requiredMetricsSchema, type MetricRecord } from './contract-schema';

/** The parts of both shapes, by one name. */
interface Parts {
  readonly metrics: readonly MetricRecord[];
  readonly budgets: Readonly<Record<string, number>>;
  readonly limits?: { readonly series_per_metric?: number; readonly series_total?: number };
  readonly pointers: { readonly metrics: string; readonly budgets: string };
}

/** Reads a metrics contract of either shape. What is wrong with it is a failure of usage, all of it at once. */
export function readContract(text: string | undefined, config: MetricsConfig): Result<MetricsContract> {
  if (text === undefined) return failureOf('usage', absent(config.contract));
  const parsed = parseLocated(config.contract, text, 'metrics-lint');
  if (!parsed.ok) return failureOf('usage', ...parsed.findings);
  const document = parsed.value;
  const isOlder = isRecord(document.value) && document.value['required_metrics'] !== undefined;
  const parts = isOlder ? readRequiredMetrics(document) : readOwnShape(document);
  return parts.ok ? success(toContract(document, parts.value, { config, hasHelp: !isOlder })) : parts;
}

function readOwnShape(document: LocatedDocument): Result<Parts> {
  const shape = contractSchema.safeParse(document.value);
  if (!shape.success) return shapeFailure(document, shape.error.issues);
  const { metrics, budgets, limits } = shape.data;
  return success({ metrics, budgets, limits, pointers: { metrics: '/metrics', budgets: '/budgets' } });
}

function readRequiredMetrics(document: LocatedDocument): Result<Parts> {
  const shape = requiredMetricsSchema.safeParse(document.value);
  if (!shape.success) return shapeFailure(document, shape.error.issues);
  const { required_metrics: metrics, label_cardinality_budget: budgets, limits } = shape.data;
  const pointers = { metrics: '/required_metrics', budgets: '/label_cardinality_budget' };
  return success({ metrics, budgets, limits, pointers });
}

function toContract(
  document: LocatedDocument,
  { metrics, budgets, limits, pointers }: Parts,
  { config, hasHelp }: { readonly config: MetricsConfig; readonly hasHelp: boolean },
): MetricsContract {
  const shared = new Map(
    Object.entries(budgets).map(([name, budget]) => [
      name,
      { budget, pointer: `${pointers.budgets}${toPointer([name])}` },
    ]),
  );
  const limit = limits?.series_per_metric ?? config.limits?.seriesPerMetric;
  const totalLimit = limits?.series_total ?? config.limits?.seriesTotal;
  return {
    document,
    metrics: metrics.map((metric, index) =>
      toMetric(metric, `${pointers.metrics}/${index}`, { shared, limit }),
    ),
    budgets: shared,
    ...(totalLimit !== undefined && { totalLimit }),
    hasHelp,
  };
}

function toMetric(
  { labels, buckets, quantiles, limit: ownLimit, ...metric }: MetricRecord,
  pointer: string,
  { shared, limit }: { readonly shared: MetricsContract['budgets']; readonly limit?: number },
): Metric {
  const effective = ownLimit ?? limit;
  return {
    ...metric,
    labels: labels.map((label, index) => {
      const { name, budget } = typeof label === 'string' ? { name: label, budget: undefined } : label;
      const values = budget ?? shared.get(name)?.budget;
      const place: MetricLabel = { name, pointer: `${pointer}/labels/${index}` };
      return values === undefined ? place : { ...place, budget: values };
    }),
    ...(buckets !== undefined && { buckets: lengthOf(buckets) }),
    ...(quantiles !== undefined && { quantiles: lengthOf(quantiles) }),
    ...(effective !== undefined && { limit: effective }),
    pointer,
  };
}

/** YAML can write `.inf`, which every histogram has and nobody counts. */
function lengthOf(steps: number | readonly number[]): number {
  return typeof steps === 'number' ? steps : steps.filter((step) => step !== Infinity).length;
}

function shapeFailure(document: LocatedDocument, issues: readonly z.core.$ZodIssue[]): Result<never> {
  return failureOf('usage', ...issues.flatMap((issue) => shapeFindings(document, issue)));
}

function shapeFindings(document: LocatedDocument, issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path as (string | number)[];
  const pointer = toPointer(path);
  if (issue.code !== 'unrecognized_keys') {
    const place = pointer === '' ? 'the document' : pointer;
    return [
      findingAt(document, pointer, {
        id: 'metrics-lint/invalid-contract',
        message: `${place}: ${issue.message}`,
        fix: `correct ${place} in ${document.file}`,
      }),
    ];
  }
  const known = knownKeys(path);
  return issue.keys.map((key) => {
    const meant = nearest(key, known);
    return findingAt(document, toPointer([...path, key]), {
      id: 'metrics-lint/unknown-key',
      message: `unknown key "${key}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
      expected: meant ?? known.join(', '),
      actual: key,
      fix: meant === undefined ? `remove "${key}"` : `write "${meant}"`,
    });
  });
}

function knownKeys(path: readonly (string | number)[]): string[] {
  const [, index, labels] = path;
  if (path.length === 0) return Object.keys({ ...contractSchema.shape, ...requiredMetricsSchema.shape });
  if (labels === 'labels') return ['name', 'budget'];
  if (typeof index === 'number') return Object.keys(contractSchema.shape.metrics.element.shape);
  return Object.keys(contractSchema.shape.limits.unwrap().shape);
}

function absent(file: string): Finding {
  return {
    id: 'metrics-lint/absent',
    severity: 'error',
    message: `the metrics contract ${file} is not there`,
    file,
    fix: `restore ${file}, or name the contract where "metrics" is configured`,
  };
}
