import type { ContractsConfig, MetricsConfig } from '@fixpoint/contract-formats';
import { memoryPorts } from '@fixpoint/testkit';
import type { Finding, Outcome } from '@fixpoint/model';
import { metricsLintDerivation } from './metrics-lint-derivation';

/** A contract in the shape of version 1 as text; keys are those of the whole document. */
export function contractText(parts: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ metrics_schema_version: 1, ...parts }, null, 2);
}

/** A configuration of a root that has a metrics contract and nothing else. */
export function metricsRoot(metrics: Partial<MetricsConfig> = {}): ContractsConfig {
  return {
    root: 'libs/api',
    documents: [],
    schemas: [],
    metrics: { contract: 'metrics.json', expositions: [], ...metrics },
  };
}

/** What a run of the derivation over files comes to. */
export interface LintRun {
  readonly outcome: Outcome | undefined;
  readonly findings: readonly Finding[];
}

/** Runs the derivation over files in memory, those outside of the root by absolute path. */
export async function lint(
  files: Readonly<Record<string, string>>,
  metrics: Partial<MetricsConfig> = {},
  outside: Readonly<Record<string, string>> = {},
): Promise<LintRun> {
  const config = metricsRoot(metrics);
  const ports = memoryPorts({ root: '/work/libs/api', files, packageFiles: outside });
  const collected = await metricsLintDerivation.collect(ports, config, { check: true });
  if (!collected.ok) return { outcome: collected.outcome, findings: collected.findings };
  const derived = metricsLintDerivation.derive(collected.value, config);
  const checked = metricsLintDerivation.check?.(collected.value, config) ?? [];
  return { outcome: derived.outcome, findings: [...derived.findings, ...checked] };
}

/** Findings as `id place actual`, without the prefix and the remark that no limit is set. */
export function told({ findings }: LintRun): string[] {
  return findings
    .filter(({ id }) => id !== 'metrics-lint/no-limit')
    .map(({ id, file, position, actual }) =>
      `${id.replace('metrics-lint/', '')} ${file}:${position?.line ?? '-'} ${actual ?? ''}`.trim(),
    );
}
