import { z } from 'zod';

/** What a metric can be. */
export const METRIC_TYPES = ['counter', 'gauge', 'histogram', 'summary'] as const;

const positive = z.int().positive();

const label = z
  .union(
    [
      z.string(),
      z.strictObject({
        name: z.string(),
        budget: positive.optional().describe('Values it may have in this metric.'),
      }),
    ],
    { error: 'a label is a name, or an object with "name" and "budget"' },
  )
  .describe('A label; its budget is the one for all metrics unless it has one here.');

const ascending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number));

const steps = (number: z.ZodType<number>, what: string) =>
  z.union([z.int().nonnegative(), z.array(number).refine(ascending)], {
    error: `${what} are a number of them, or a list that ascends`,
  });

const metric = z.strictObject({
  name: z.string(),
  type: z.enum(METRIC_TYPES),
  help: z.string().optional().describe('What it measures, as in its `# HELP` line.'),
  unit: z.string().min(1).optional(),
  labels: z.array(label).default([]),
  buckets: steps(z.number(), 'buckets')
    .optional()
    .describe('Upper bounds of a histogram, or how many there are; `+Inf` is not one of them.'),
  quantiles: steps(z.number().min(0).max(1), 'quantiles')
    .optional()
    .describe('Quantiles of a summary, or how many there are.'),
  limit: positive.optional().describe('Series it may have at most.'),
  requirements: z
    .array(z.string().min(1))
    .optional()
    .describe('Ids of the requirements that it serves; `trace` follows them.'),
});

const limits = z
  .strictObject({
    series_per_metric: positive.optional().describe('Series of any one metric that has no limit of its own.'),
    series_total: positive.optional().describe('Series of all metrics together.'),
  })
  .optional();

const budgets = z.record(z.string(), positive);

/** A metrics contract (version 1). Unknown keys are refused. */
export const contractSchema = z
  .strictObject({
    $schema: z.string().optional(),
    metrics_schema_version: z.literal(1),
    limits,
    budgets: budgets.default({}).describe('How many values a label may have, in every metric.'),
    metrics: z.array(metric).min(1),
  })
  .describe('Metrics, their labels and how many series they may have');

/** The shape that projects had before: the same, with other names for two keys, and without help texts. */
export const requiredMetricsSchema = z.strictObject({
  $schema: z.string().optional(),
  limits,
  required_metrics: z.array(metric).min(1),
  label_cardinality_budget: budgets.default({}),
});

/** A metric as it is written. */
export type MetricRecord = z.infer<typeof metric>;

/** The JSON Schema (2020-12) of a metrics contract, as users write it. */
export function metricsJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(contractSchema, { io: 'input' }) as Record<string, unknown>;
}
