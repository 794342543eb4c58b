import type { ContractsConfig, SchemaConfig } from '@fixpoint/contract-formats';
import type { Artifact, Finding, Outcome, Ports } from '@fixpoint/model';
import { regenSchemaDerivation } from './regen-schema-derivation';

/** A configuration of a root that has schemas and nothing else. */
export function schemasRoot(
  ...schemas: readonly (Partial<SchemaConfig> & Pick<SchemaConfig, 'schema'>)[]
): ContractsConfig {
  return {
    root: '.',
    documents: [],
    schemas: schemas.map((schema) => ({
      dialect: '2020-12',
      allowUnknownKeys: false,
      examples: [],
      ...schema,
    })),
  };
}

/** What a run comes to. */
export interface SchemaRun {
  readonly outcome: Outcome | undefined;
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Finding[];
  readonly owned: readonly string[];
}

/** Collects, derives and checks. */
export async function regen(ports: Ports, config: ContractsConfig): Promise<SchemaRun> {
  const scope = { check: true };
  const collected = await regenSchemaDerivation.collect(ports, config, scope);
  if (!collected.ok)
    return { outcome: collected.outcome, artifacts: [], findings: collected.findings, owned: [] };
  const derived = regenSchemaDerivation.derive(collected.value, config);
  const checked = regenSchemaDerivation.check?.(collected.value, config) ?? [];
  return {
    outcome: derived.outcome,
    artifacts: derived.ok ? derived.value : [],
    findings: [...derived.findings, ...checked],
    owned: regenSchemaDerivation.owns(config, scope, collected.value),
  };
}

/** Findings as `id file:line pointer`, without the prefix. */
export function told({ findings }: SchemaRun): string[] {
  return findings.map(({ id, file, position, path }) =>
    `${id.replace('regen-schema/', '')} ${file}:${position?.line ?? '-'} ${path ?? ''}`.trim(),
  );
}
