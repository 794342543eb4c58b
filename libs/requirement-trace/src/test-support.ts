import type { Artifact, Finding, Scope } from '@fixpoint/model';
import { DEFAULT_IDS, type SpecsConfig, type TraceConfig } from '@fixpoint/spec-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { traceDerivation } from './trace-derivation';

/** A configuration that reads every layer. */
export function traceConfig(trace: Partial<TraceConfig> = {}): SpecsConfig {
  return {
    root: 'docs',
    marker: 'SPECS.json',
    specs: {
      files: ['specs/**/*.md', '.specs/**/*.md'],
      ids: DEFAULT_IDS,
      informative: [],
      output: 'requirements',
      compliance: 'COMPLIANCE.md',
      allowEmpty: false,
    },
    trace: {
      code: { files: ['src/**'], patterns: [] },
      tests: { files: ['src/**/*.spec.ts'], patterns: [] },
      documents: ['api/*'],
      pacts: ['pacts/*.json'],
      metrics: ['metrics/*'],
      features: ['features/*.feature'],
      needs: [['test']],
      thresholds: {},
      byDefault: ['code', 'tests', 'documents', 'pacts', 'metrics', 'features'],
      ...trace,
    },
    severity: {},
  };
}

/** What a run of the derivation comes to. */
export interface Traced {
  /** Undefined where nothing could be derived. */
  readonly artifacts: readonly Artifact[] | undefined;
  readonly findings: readonly Finding[];
  /** Each finding as `id file:line actual`. */
  readonly told: readonly string[];
  /** The files with the artifacts written over them. */
  readonly files: Files;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs the derivation on files in memory. */
export async function trace(
  files: Files,
  config = traceConfig(),
  scope: Partial<Scope> = {},
): Promise<Traced> {
  const ports = memoryPorts({ files });
  const collected = await traceDerivation.collect(ports, config, { check: false, ...scope });
  if (!collected.ok) return { artifacts: undefined, ...tell(collected.findings), files };
  const derived = traceDerivation.derive(collected.value, config);
  const checked = traceDerivation.check?.(collected.value, config) ?? [];
  const artifacts = derived.ok ? derived.value : undefined;
  const written = Object.fromEntries((artifacts ?? []).map(({ path, text }) => [path, text]));
  return {
    artifacts,
    ...tell([...collected.findings, ...derived.findings, ...checked]),
    files: { ...files, ...written },
  };
}

function tell(findings: readonly Finding[]): Pick<Traced, 'findings' | 'told'> {
  const told = findings.map(({ id, file, position, actual }) =>
    [
      id.replace(/^trace\//, ''),
      `${file}:${position?.line ?? '-'}`,
      ...(actual === undefined ? [] : [actual]),
    ].join(' '),
  );
  return { findings, told };
}
