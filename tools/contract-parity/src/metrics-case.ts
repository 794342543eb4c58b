import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import type { MetricsConfig } from '@fixpoint/contract-formats';
import { metricsLintDerivation, readContract, seriesBound } from '@fixpoint/metrics-contract';
import type { Finding } from '@fixpoint/model';
import { memoryPorts } from '@fixpoint/testkit';
import { differ, lineOf } from './line-of';

/** `facts.json` of a recorded metrics contract. */
interface Facts {
  readonly labels_without_budget: readonly string[];
  readonly budget_without_label: readonly string[];
  readonly duplicate_names: readonly string[];
  readonly series_bound: Readonly<Record<string, number>>;
  readonly spec_vs_lint: readonly string[];
}

const METRICS: MetricsConfig = {
  contract: 'metrics.lint.json',
  spec: 'otel-prom.md',
  expositions: ['exposition.prom'],
};

/** The ids of the findings that say what facts and promtool say; that nothing is limited is what neither speaks of. */
const FACTS: Readonly<Record<string, string>> = {
  'spec-only': 'in spec only',
  'no-budget': 'no budget',
  'unused-budget': 'unused budget',
  'duplicate-name': 'duplicate',
  'abbreviated-unit': 'promtool: abbreviated unit',
};

/** Lints a recorded metrics contract and compares the findings with its facts and with what promtool printed. */
export async function compareMetrics(folder: string, name: string): Promise<CaseLine> {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const facts = JSON.parse(read('facts.json')) as Facts;
  const contract = read('input/metrics.lint.json');
  const findings = await lint({
    'metrics.lint.json': contract,
    'otel-prom.md': read('input/.specs/metrics/otel-prom.md'),
    'exposition.prom': read('exposition.prom'),
  });
  const said = findings
    .filter(({ id }) => id !== 'metrics-lint/no-limit')
    .map(({ id, actual }) => {
      const rule = id.replace('metrics-lint/', '');
      return `${FACTS[rule] ?? rule} ${actual ?? ''}`;
    });
  const known = knownOf(facts, read('promtool.txt'));
  const bounds = boundsOf(contract);
  const count = Object.keys(facts.series_bound).length;
  return lineOf({
    kind: 'metrics',
    name,
    common: `${known.length} facts, among them promtool's, and the series of ${count} metrics`,
    ...differ(
      [...known, ...Object.entries(facts.series_bound).map(toSeries)],
      [...said, ...bounds.map(toSeries)],
    ),
  });
}

function toSeries([metric, series]: readonly [string, number]): string {
  return `${metric} may have ${series} series`;
}

function knownOf(facts: Facts, promtool: string): string[] {
  const lines = promtool.split('\n').filter((line) => line.trim() !== '');
  return [
    ...facts.spec_vs_lint.map((text) => text.replace(/^(.*): in spec, not in lint$/, 'in spec only $1')),
    ...facts.labels_without_budget.map((label) => `no budget ${label}`),
    ...facts.budget_without_label.map((label) => `unused budget ${label}`),
    ...facts.duplicate_names.map((metric) => `duplicate ${metric}`),
    ...lines.map((line) =>
      line.replace(/^(\S+) (.*)$/, (_, metric: string, text: string) => told(metric, text)),
    ),
  ];
}

/** What promtool says in words; a sentence that is not known here stays as it is and is missed. */
function told(metric: string, text: string): string {
  return text.includes('abbreviated') ? `promtool: abbreviated unit ${metric}` : `${metric} ${text}`;
}

function boundsOf(text: string): [string, number][] {
  const contract = readContract(text, METRICS);
  if (!contract.ok) return [];
  return contract.value.metrics.map((metric) => [metric.name, Number(seriesBound(metric)?.labelSets)]);
}

async function lint(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const config = { root: '.', documents: [], schemas: [], metrics: METRICS };
  const { collect, derive, check } = metricsLintDerivation;
  const collected = await collect(memoryPorts({ files }), config, { check: true });
  if (!collected.ok) return collected.findings;
  return [...derive(collected.value, config).findings, ...(check?.(collected.value, config) ?? [])];
}
