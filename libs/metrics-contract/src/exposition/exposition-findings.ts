import type { Finding, Position } from '@fixpoint/model';
import { findingAt } from '@fixpoint/structured-text';
import type { Metric, MetricsContract } from '../contract/contract';
import { namingFinding } from '../naming/naming-findings';
import { namingProblems, type NamedMetric } from '../naming/naming-problems';
import { ownLabel, type Family } from './family';
import type { Exposition } from './parse-exposition';
import { seriesFindings } from './series-findings';

/** What real expositions say against a contract. Lines that cannot be read are not among it. */
export function expositionFindings(contract: MetricsContract, expositions: readonly Exposition[]): Finding[] {
  const seen = new Set(expositions.flatMap(({ families }) => families.map(({ name }) => name)));
  return [
    ...expositions.flatMap((exposition) =>
      exposition.families.flatMap((family) => familyFindings(contract, exposition, family)),
    ),
    ...(expositions.length === 0 ? [] : neverExposed(contract, seen)),
  ];
}

/** The naming rules over a family, for which the labels of its samples count. */
export function namesOf(family: Family): NamedMetric {
  const own = ownLabel(family);
  const labels = new Set(family.samples.flatMap(({ labels: pairs }) => pairs.map(([label]) => label)));
  return {
    name: family.name,
    type: family.type,
    hasHelp: family.help !== undefined,
    labels: [...labels].filter((label) => label !== own),
  };
}

function familyFindings(contract: MetricsContract, exposition: Exposition, family: Family): Finding[] {
  const { document, metrics } = contract;
  const metric = metrics.find(({ name }) => name === family.name);
  const at = (
    position: Position,
    finding: Omit<Finding, 'severity' | 'file'> & Partial<Finding>,
  ): Finding => ({
    severity: 'error',
    ...finding,
    file: exposition.file,
    position,
  });
  if (metric === undefined) {
    return [
      at(family.position, {
        id: 'metrics-lint/undeclared-exposition',
        severity: 'warning',
        message: `${family.name} is exposed and not declared in ${document.file}`,
        actual: family.name,
        fix: `declare ${family.name} in ${document.file}`,
      }),
      ...namingProblems(namesOf(family)).map((problem) =>
        at(family.position, { ...namingFinding(problem), actual: family.name }),
      ),
    ];
  }
  return [
    ...onlyHere(contract, metric, family).map((problem) =>
      at(family.position, { ...problem, actual: family.name }),
    ),
    ...(family.type === metric.type
      ? seriesFindings(contract, metric, family).map(({ position, ...finding }) => at(position, finding))
      : [at(family.position, otherType(contract, metric, family))]),
  ];
}

/** Naming rules that the exposition breaks and the contract, which has the same name, does not. */
function onlyHere(
  { hasHelp }: MetricsContract,
  metric: Metric,
  family: Family,
): ReturnType<typeof namingFinding>[] {
  const labels = metric.labels.map(({ name }) => name);
  const known = namingProblems({ ...metric, labels, hasHelp: !hasHelp || (metric.help ?? '').trim() !== '' });
  return namingProblems(namesOf(family))
    .filter(({ rule, label }) => !known.some((one) => one.rule === rule && one.label === label))
    .map(namingFinding);
}

function otherType({ document }: MetricsContract, metric: Metric, { name, type }: Family) {
  const place = `${document.file}:${document.positionOf(metric.pointer)?.line}`;
  return {
    id: 'metrics-lint/exposition-type',
    message: `${name} is exposed as ${type === 'untyped' ? 'a metric without a type' : `a ${type}`}, and declared as a ${metric.type} (${place})`,
    expected: metric.type,
    actual: type,
    fix: `correct the type in ${document.file}, or in the code that exposes ${name}`,
  };
}

function neverExposed({ document, metrics }: MetricsContract, seen: ReadonlySet<string>): Finding[] {
  return metrics
    .filter(({ name }) => !seen.has(name))
    .map(({ name, pointer }) =>
      findingAt(document, pointer, {
        id: 'metrics-lint/not-exposed',
        message: `${name} is declared, and no exposition has it`,
        actual: name,
        fix: `expose ${name}, or remove it from ${document.file}`,
      }),
    );
}
