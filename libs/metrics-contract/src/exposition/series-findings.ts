import type { Finding, Position } from '@fixpoint/model';
import type { Metric, MetricsContract } from '../contract/contract';
import { ownLabel, type Family, type Sample } from './family';

/** A finding in an exposition. */
export type SeriesFinding = Omit<Finding, 'severity' | 'file' | 'position'> & { readonly position: Position };

/** The series of a family against what is declared: labels, budgets, buckets, and how many there are. */
export function seriesFindings(contract: MetricsContract, metric: Metric, family: Family): SeriesFinding[] {
  return [
    ...labelFindings(contract, metric, family),
    ...budgetFindings(metric, family),
    ...limitFindings(metric, family),
    ...stepFindings(metric, family),
    ...repeatedSeries(family),
  ];
}

function ownLabels(sample: Sample, family: Family): (readonly [string, string])[] {
  // An empty value is the same as no label.
  return sample.labels.filter(([label, value]) => label !== ownLabel(family) && value !== '');
}

function labelFindings({ document }: MetricsContract, metric: Metric, family: Family): SeriesFinding[] {
  const declared = metric.labels.map(({ name }) => name).sort();
  const different = family.samples.filter(
    (sample) =>
      ownLabels(sample, family)
        .map(([label]) => label)
        .sort()
        .join(',') !== declared.join(','),
  );
  const [first] = different;
  if (first === undefined) return [];
  const actual = ownLabels(first, family)
    .map(([label]) => label)
    .sort()
    .join(', ');
  const place = `${document.file}:${document.positionOf(metric.pointer)?.line}`;
  return [
    {
      id: 'metrics-lint/exposition-labels',
      message: `${family.name} is exposed with the labels ${actual || 'none'}, and declared with ${declared.join(', ') || 'none'} (${place}); ${different.length} of ${family.samples.length} samples differ`,
      expected: declared.join(', '),
      actual,
      fix: `make the code and ${document.file} agree`,
      position: first.position,
    },
  ];
}

function budgetFindings(metric: Metric, family: Family): SeriesFinding[] {
  return metric.labels.flatMap(({ name, budget }): SeriesFinding[] => {
    if (budget === undefined) return [];
    const values = new Set<string>();
    const over = family.samples.find((sample) => {
      const value = sample.labels.find(([label]) => label === name)?.[1];
      return value !== undefined && values.add(value).size === budget + 1;
    });
    if (over === undefined) return [];
    const count = new Set(
      family.samples.flatMap(({ labels }) =>
        labels.filter(([label]) => label === name).map(([, value]) => value),
      ),
    ).size;
    return [
      {
        id: 'metrics-lint/budget-exceeded',
        message: `the label "${name}" of ${family.name} has ${count} values, and its budget is ${budget}`,
        expected: `at most ${budget}`,
        actual: String(count),
        fix: `keep "${name}" to fewer values, or raise its budget`,
        position: over.position,
      },
    ];
  });
}

function limitFindings({ limit, name }: Metric, family: Family): SeriesFinding[] {
  const { samples } = family;
  const over = limit === undefined ? undefined : samples[limit];
  if (over === undefined) return [];
  return [
    {
      id: 'metrics-lint/exposed-over-limit',
      message: `${name} has ${samples.length} series, and its limit is ${limit}`,
      expected: `at most ${limit}`,
      actual: String(samples.length),
      fix: `expose fewer series of ${name}, or raise its limit`,
      position: over.position,
    },
  ];
}

function stepFindings(metric: Metric, family: Family): SeriesFinding[] {
  const own = ownLabel(family);
  const declared = own === 'le' ? metric.buckets : metric.quantiles;
  if (own === undefined || declared === undefined) return [];
  const steps = new Map<string, { readonly first: Sample; count: number }>();
  for (const sample of family.samples) {
    const step = sample.labels.find(([label]) => label === own)?.[1];
    if (step === undefined || /^\+?inf/i.test(step)) continue;
    const key = keyOf(ownLabels(sample, family));
    const known = steps.get(key);
    if (known === undefined) steps.set(key, { first: sample, count: 1 });
    else known.count += 1;
  }
  const odd = [...steps.values()].find(({ count }) => count !== declared);
  if (odd === undefined) return [];
  const word = own === 'le' ? 'buckets' : 'quantiles';
  return [
    {
      id: 'metrics-lint/exposition-steps',
      message: `${family.name} has ${odd.count} ${word} here, and ${declared} are declared`,
      expected: String(declared),
      actual: String(odd.count),
      fix: `correct "${word}" of ${family.name}`,
      position: odd.first.position,
    },
  ];
}

function repeatedSeries(family: Family): SeriesFinding[] {
  const seen = new Set<string>();
  const again = family.samples.find(({ name, labels }) => {
    const key = `${name}${keyOf(labels)}`;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
  if (again === undefined) return [];
  return [
    {
      id: 'metrics-lint/repeated-series',
      message: `a series of ${family.name} stands twice`,
      actual: `${again.name}{${again.labels.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(',')}}`,
      fix: 'expose each series once',
      position: again.position,
    },
  ];
}

function keyOf(labels: readonly (readonly [string, string])[]): string {
  return JSON.stringify(
    [...labels]
      .map(([label, value]) => [label, value])
      .sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1)),
  );
}
