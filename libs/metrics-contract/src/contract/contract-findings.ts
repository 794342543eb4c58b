import type { Finding } from '@fixpoint/model';
import { findingAt } from '@fixpoint/structured-text';
import { isLabelName, isMetricName } from '../names';
import type { Metric, MetricsContract } from './contract';

/** What names and budgets of a contract have wrong by themselves. */
export function contractFindings(contract: MetricsContract): Finding[] {
  return [
    ...contract.metrics.flatMap((metric) => metricFindings(contract, metric)),
    ...clashes(contract),
    ...unusedBudgets(contract),
  ];
}

function metricFindings({ document }: MetricsContract, metric: Metric): Finding[] {
  const findings: Finding[] = [];
  if (!isMetricName(metric.name)) {
    findings.push(
      findingAt(document, `${metric.pointer}/name`, {
        id: 'metrics-lint/invalid-name',
        message: `${JSON.stringify(metric.name)} cannot be the name of a metric: letters, digits, "_" and ":" make one, and no digit begins it`,
        actual: metric.name,
        fix: `correct the name in ${document.file}`,
      }),
    );
  }
  const wrong = (['buckets', 'quantiles'] as const).filter(
    (key) => metric[key] !== undefined && metric.type !== (key === 'buckets' ? 'histogram' : 'summary'),
  );
  const odd = wrong.map((key) =>
    findingAt(document, `${metric.pointer}/${key}`, {
      id: 'metrics-lint/steps-of-other-type',
      message: `${metric.name} is a ${metric.type}, which has no ${key}`,
      fix: `remove "${key}" of ${metric.name}`,
    }),
  );
  return [...findings, ...odd, ...labelFindings(document, metric)];
}

/** @req FP-MET-001 */
function labelFindings(document: MetricsContract['document'], metric: Metric): Finding[] {
  const reserved = { histogram: 'le', summary: 'quantile', counter: undefined, gauge: undefined }[
    metric.type
  ];
  return metric.labels.flatMap(({ name, budget, pointer }, index): Finding[] => {
    const at = (id: string, message: string, fix: string) =>
      findingAt(document, pointer, { id: `metrics-lint/${id}`, message, actual: name, fix });
    if (!isLabelName(name)) {
      return [
        at(
          'invalid-label',
          `${JSON.stringify(name)} cannot be a label of ${metric.name}: letters, digits and "_" make one, no digit and no "__" begins it`,
          'correct the name of the label',
        ),
      ];
    }
    if (metric.labels.findIndex((other) => other.name === name) < index)
      return [at('duplicate-label', `${metric.name} has the label "${name}" twice`, 'remove one of the two')];
    if (name === reserved)
      return [
        at(
          'reserved-label',
          `"${name}" is what a ${metric.type} tells its own series by, so ${metric.name} cannot have it as well`,
          `remove "${name}", or give the label another name`,
        ),
      ];
    if (budget !== undefined) return [];
    return [
      at(
        'no-budget',
        `the label "${name}" of ${metric.name} has no budget, so nothing bounds how many series there can be`,
        `say in ${document.file} how many values "${name}" may have`,
      ),
    ];
  });
}

/** Names under which the series of a metric are stored. */
function seriesNames({ name, type }: Metric): string[] {
  if (type === 'histogram') return [name, `${name}_bucket`, `${name}_sum`, `${name}_count`];
  return type === 'summary' ? [name, `${name}_sum`, `${name}_count`] : [name];
}

function clashes({ document, metrics }: MetricsContract): Finding[] {
  const owners = new Map<string, Metric>();
  return metrics.flatMap((metric): Finding[] => {
    const taken = seriesNames(metric).find((name) => owners.has(name));
    const other = taken === undefined ? undefined : owners.get(taken);
    for (const name of seriesNames(metric)) if (!owners.has(name)) owners.set(name, metric);
    if (other === undefined) return [];
    const line = document.positionOf(other.pointer)?.line;
    const same = other.name === metric.name;
    return [
      findingAt(document, `${metric.pointer}/name`, {
        id: same ? 'metrics-lint/duplicate-name' : 'metrics-lint/series-clash',
        message: same
          ? `${metric.name} is declared twice, first on line ${line}`
          : `${metric.name} and the ${other.type} ${other.name} (line ${line}) both have series named ${taken}`,
        actual: metric.name,
        fix: same ? 'remove one of the two' : 'give one of the two another name',
      }),
    ];
  });
}

function unusedBudgets({ document, metrics, budgets }: MetricsContract): Finding[] {
  const used = new Set(metrics.flatMap(({ labels }) => labels.map(({ name }) => name)));
  return [...budgets]
    .filter(([name]) => !used.has(name))
    .map(([name, { pointer }]) =>
      findingAt(document, pointer, {
        id: 'metrics-lint/unused-budget',
        severity: 'warning',
        message: `no metric has the label "${name}", which has a budget`,
        actual: name,
        fix: `remove the budget of "${name}", or add the label to the metrics that have it`,
      }),
    );
}
