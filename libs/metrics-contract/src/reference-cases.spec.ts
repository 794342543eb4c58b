import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricsConfig } from '@fixpoint/contract-formats';
import { readContract } from './contract/read-contract';
import { seriesBound } from './contract/series';
import { lint } from './test-support';

/** Metrics contracts of a real project, with what others found in them. */
const CASES = join(__dirname, '../../../../shared/data/contracts/metrics');
const names = existsSync(CASES) ? readdirSync(CASES) : [];
if (names.length === 0)
  process.stderr.write(`${CASES} is not there: the cases of a real project are skipped\n`);

interface CaseFacts {
  readonly series_bound: Readonly<Record<string, number>>;
  readonly spec_vs_lint: readonly string[];
  readonly labels_without_budget: readonly string[];
  readonly budget_without_label: readonly string[];
  readonly duplicate_names: readonly string[];
}

describe('metrics contracts of a real project', () => {
  (names.length === 0 ? it.skip : it).each(names.length === 0 ? ['absent'] : names)('%s', async (name) => {
    const read = (file: string) => readFileSync(join(CASES, name, file), 'utf8');
    const facts = JSON.parse(read('facts.json')) as CaseFacts;
    const metrics: MetricsConfig = {
      contract: 'metrics.lint.json',
      spec: 'otel-prom.md',
      expositions: ['exposition.prom'],
    };
    const text = read('input/metrics.lint.json');
    const { findings, outcome } = await lint(
      {
        'metrics.lint.json': text,
        'otel-prom.md': read('input/.specs/metrics/otel-prom.md'),
        'exposition.prom': read('exposition.prom'),
      },
      metrics,
    );
    const of = (id: string) =>
      findings.filter((finding) => finding.id === `metrics-lint/${id}`).map(({ actual }) => actual);
    expect(outcome).toBeUndefined();
    expect(of('spec-only').map((metric) => `${metric}: in spec, not in lint`)).toEqual(facts.spec_vs_lint);
    expect(of('no-budget')).toEqual(facts.labels_without_budget);
    expect(of('unused-budget')).toEqual(facts.budget_without_label);
    expect(of('duplicate-name')).toEqual(facts.duplicate_names);
    const promtool = read('promtool.txt')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(of('abbreviated-unit').sort()).toEqual(promtool.sort());
    const contract = readContract(text, metrics);
    const bounds = contract.ok
      ? contract.value.metrics.map((metric) => [metric.name, Number(seriesBound(metric)?.labelSets)])
      : [];
    expect(Object.fromEntries(bounds)).toEqual(facts.series_bound);
    const expected = facts.spec_vs_lint.length + promtool.length + 1;
    expect(findings.map(({ id }) => id)).toHaveLength(expected);
  });
});
