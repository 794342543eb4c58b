import type { ContractsConfig, DocumentConfig } from '@fixpoint/contract-formats';
import type { Derived, LoadedModule, Ports } from '@fixpoint/model';
import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';
// eslint-disable-next-line @nx/enforce-module-boundaries -- used by specs alone, which may put layers together
import { createModulePort, createPackagePort } from '@fixpoint/workspace-io';
import { regenOpenapiDerivation as derivation } from '../regen-openapi-derivation';

/** A root with these documents and nothing else. */
export function contractsConfig(...documents: readonly DocumentConfig[]): ContractsConfig {
  return { root: 'contracts', documents, schemas: [] };
}

/** Types and a client of one document, `api.yaml`. */
export const API: DocumentConfig = {
  name: 'api',
  file: 'api.yaml',
  types: 'gen/api.ts',
  client: 'gen/client.ts',
};

const realModules = createModulePort();
const realPackages = createPackagePort();

/**
 * Files in memory and the modules of this workspace, whatever directory asks for them; those of `fakes` come first, `undefined` stands
 * for one that is not installed.
 */
export function contractPorts(
  world: MemoryWorld,
  fakes: Readonly<Record<string, LoadedModule | undefined>> = {},
): Ports {
  const ports = memoryPorts({ root: '/work/contracts', ...world });
  return {
    ...ports,
    packages: { ...ports.packages, find: (name) => realPackages.find(name, __dirname) },
    modules: {
      load: async (name, from) => {
        if (Object.hasOwn(fakes, name)) return fakes[name];
        return realModules.load(name, from === '/work/contracts' ? undefined : from);
      },
    },
  };
}

/** What came of a run. */
export interface Outcomes extends Pick<Derived, 'outcome' | 'findings'> {
  /** Derived texts by path. */
  readonly texts: Readonly<Record<string, string>>;
  readonly owned: readonly string[];
}

/** Collects and derives; gives the texts by path, what there was to say, and what would be removed if it lay there. */
export async function derived(ports: Ports, config: ContractsConfig): Promise<Outcomes> {
  const facts = await derivation.collect(ports, config, { check: true });
  if (!facts.ok) return { ...facts, texts: {}, owned: [] };
  const result = derivation.derive(facts.value, config);
  const findings = [...result.findings, ...(derivation.check?.(facts.value, config) ?? [])];
  const texts: Record<string, string> = Object.fromEntries(
    (result.ok ? result.value : []).map(({ path, text }) => [path, text]),
  );
  const owned = derivation.owns(config, { check: true }, facts.value);
  return { ...(result.outcome && { outcome: result.outcome }), texts, findings, owned };
}

/** A document of version 3.1 with these paths and schemas, as YAML flow text. */
export function openapi(paths: string, schemas = '{}', version = '3.1.0'): string {
  return `openapi: ${version}\ninfo: {title: t, version: "1"}\npaths: ${paths}\ncomponents: {schemas: ${schemas}}\n`;
}
