import type { Finding, Position } from '@fixpoint/model';
import { findingAt, nearest } from '@fixpoint/structured-text';
import type { Metric, MetricsContract } from '../contract/contract';
import type { Spec } from './read-spec';
import type { SpecMetric } from './spec-metric';

/** Where the contract and the spec that declares the metrics disagree. */
export function specFindings(contract: MetricsContract, spec: Spec): Finding[] {
  if (spec.metrics.length === 0 && spec.problems.length === 0) return [emptySpec(spec)];
  const declared = new Map(contract.metrics.map((metric) => [metric.name, metric]));
  const first = new Map<string, SpecMetric>();
  const repeated: Finding[] = [];
  for (const metric of spec.metrics) {
    const before = first.get(metric.name);
    if (before === undefined) first.set(metric.name, metric);
    else repeated.push(...differences(metric, before, spec));
  }
  const specified = [...first.values()];
  return [
    ...spec.problems.map(({ position, message, actual }) =>
      inSpec(spec, position, {
        id: 'metrics-lint/spec-unreadable',
        message,
        actual,
        fix: `correct ${spec.file}`,
      }),
    ),
    ...repeated,
    ...specified.filter(({ name }) => !declared.has(name)).map((metric) => specOnly(contract, spec, metric)),
    ...contract.metrics
      .filter(({ name }) => !first.has(name))
      .map((metric) => contractOnly(contract, spec, metric)),
    ...specified.flatMap((metric) => {
      const own = declared.get(metric.name);
      return own === undefined ? [] : disagreements(contract, own, { spec, metric });
    }),
  ];
}

function specOnly(
  { document, metrics }: MetricsContract,
  spec: Spec,
  { name, position }: SpecMetric,
): Finding {
  const meant = nearest(
    name,
    metrics.map((metric) => metric.name),
  );
  const hint = meant === undefined ? '' : `; ${meant} (${placeOf(document, meant, metrics)}) may be meant`;
  return inSpec(spec, position, {
    id: 'metrics-lint/spec-only',
    message: `the spec declares ${name}, and ${document.file} does not have it${hint}`,
    actual: name,
    fix: `add ${name} to ${document.file}, or remove it from ${spec.file}`,
  });
}

function placeOf(document: MetricsContract['document'], name: string, metrics: readonly Metric[]): string {
  const metric = metrics.find((candidate) => candidate.name === name);
  return `${document.file}:${document.positionOf(metric?.pointer ?? '')?.line}`;
}

function contractOnly({ document }: MetricsContract, spec: Spec, { name, pointer }: Metric): Finding {
  const meant = spec.metrics.find(
    (metric) =>
      metric.name ===
      nearest(
        name,
        spec.metrics.map((one) => one.name),
      ),
  );
  const hint =
    meant === undefined ? '' : `; ${meant.name} (${spec.file}:${meant.position.line}) may be meant`;
  return findingAt(document, pointer, {
    id: 'metrics-lint/contract-only',
    message: `${name} is not declared in ${spec.file}${hint}`,
    actual: name,
    fix: `declare ${name} in ${spec.file}, or remove it from ${document.file}`,
  });
}

function disagreements(
  { document }: MetricsContract,
  own: Metric,
  { spec, metric }: { readonly spec: Spec; readonly metric: SpecMetric },
): Finding[] {
  const there = `${spec.file}:${metric.position.line}:${metric.position.column}`;
  const differ = (key: 'type' | 'labels' | 'unit', ours: string, theirs: string): Finding =>
    findingAt(document, `${own.pointer}/${key}`, {
      id: `metrics-lint/spec-${key}`,
      message: `the ${key} of ${own.name}: ${shown(ours)} here, ${shown(theirs)} in the spec (${there})`,
      expected: theirs,
      actual: ours,
      fix: `make ${document.file} and ${spec.file} say the same`,
    });
  const labels = sorted(own.labels.map(({ name }) => name));
  return [
    ...(metric.type !== undefined && metric.type !== own.type ? [differ('type', own.type, metric.type)] : []),
    ...(metric.labels !== undefined && sorted(metric.labels) !== labels
      ? [differ('labels', labels, sorted(metric.labels))]
      : []),
    ...(metric.unit !== undefined &&
    own.unit !== undefined &&
    metric.unit.toLowerCase() !== own.unit.toLowerCase()
      ? [differ('unit', own.unit, metric.unit)]
      : []),
  ];
}

/** The same metric declared a second time in other words. */
function differences(metric: SpecMetric, before: SpecMetric, spec: Spec): Finding[] {
  const keys = (['type', 'labels', 'unit'] as const).filter((key) => text(metric[key]) !== text(before[key]));
  if (keys.length === 0) return [];
  return [
    inSpec(spec, metric.position, {
      id: 'metrics-lint/spec-contradiction',
      message: `the spec declares ${metric.name} twice, first on line ${before.position.line}, with another ${keys.join(' and another ')}`,
      actual: metric.name,
      fix: `declare ${metric.name} once in ${spec.file}`,
    }),
  ];
}

function text(value: string | readonly string[] | undefined): string {
  return typeof value === 'object' ? sorted(value) : (value ?? '');
}

function sorted(labels: readonly string[]): string {
  return [...new Set(labels)].sort().join(', ');
}

function shown(value: string): string {
  return value === '' ? 'none' : value;
}

function emptySpec(spec: Spec): Finding {
  return inSpec(
    spec,
    { line: 1, column: 1 },
    {
      id: 'metrics-lint/spec-empty',
      message: `${spec.file} declares no metric in a way that can be read: a table with columns for name, type and labels, or items such as "- name" with nested "type:" and "labels:"`,
      fix: `declare the metrics in ${spec.file}, or name another spec`,
    },
  );
}

function inSpec(
  { file }: Spec,
  position: Position,
  finding: Pick<Finding, 'id' | 'message' | 'fix' | 'actual'>,
): Finding {
  return { severity: 'error', ...finding, file, position };
}
