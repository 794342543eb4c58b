import type { ContractsConfig, DocumentConfig } from '@fixpoint/contract-formats';
import type { Ports } from '@fixpoint/model';
import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';
import { regenOpenapiDerivation as derivation } from './regen-openapi-derivation';

/** A root with these documents and nothing else. */
export function contractsConfig(...documents: readonly DocumentConfig[]): ContractsConfig {
  return { root: 'contracts', documents, schemas: [] };
}

/** Files in memory, and modules by `load`: the real ones of this workspace, or fakes. */
export function contractPorts(files: MemoryWorld['files'], modules: Ports['modules']): Ports {
  return { ...memoryPorts({ root: '/work/contracts', ...(files && { files }) }), modules };
}

/** Collects and derives; gives the texts by path, and what there was to say. */
export async function derived(ports: Ports, config: ContractsConfig) {
  const facts = await derivation.collect(ports, config, { check: true });
  if (!facts.ok) return { texts: {}, findings: facts.findings, outcome: facts.outcome, facts: undefined };
  const result = derivation.derive(facts.value, config);
  const findings = [...result.findings, ...(derivation.check?.(facts.value, config) ?? [])];
  const artifacts = result.ok ? result.value : [];
  const texts: Record<string, string> = Object.fromEntries(artifacts.map(({ path, text }) => [path, text]));
  return { texts, findings, outcome: result.outcome, facts: facts.value };
}
