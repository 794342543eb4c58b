import type { Artifact, Finding, Ports, Scope } from '@fixpoint/model';
import type { LinksConfig, SpecsConfig } from '@fixpoint/spec-formats';
import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';
import { linkCheckDerivation } from './link-check-derivation';

/** A configuration of links with the defaults of a test. */
export function linksConfig(links: Partial<LinksConfig> = {}): SpecsConfig {
  const external = { timeoutMs: 1000, concurrency: 2, retries: 1 };
  return {
    root: 'docs-root',
    severity: {},
    links: { files: ['**/*.md'], generated: [], ignore: [], external, ...links },
  };
}

/** What one run gives. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly artifacts: readonly Artifact[];
  /** `id file:line:column target -> expected` of every finding, sorted. */
  readonly lines: readonly string[];
}

/** Runs the derivation over ports. */
export async function checkPorts(
  ports: Ports,
  config: SpecsConfig = linksConfig(),
  scope: Partial<Scope> = {},
): Promise<Checked> {
  const collected = await linkCheckDerivation.collect(ports, config, { check: true, ...scope });
  if (!collected.ok)
    return { findings: collected.findings, artifacts: [], lines: collected.findings.map(toLine) };
  const derived = linkCheckDerivation.derive(collected.value, config);
  const findings = linkCheckDerivation.check?.(collected.value, config) ?? [];
  return { findings, artifacts: derived.ok ? derived.value : [], lines: findings.map(toLine).sort() };
}

/** Runs the derivation over files in memory. */
export function checkFiles(
  files: NonNullable<MemoryWorld['files']>,
  links: Partial<LinksConfig> = {},
  scope: Partial<Scope> = {},
): Promise<Checked> {
  return checkPorts(memoryPorts({ files }), linksConfig(links), scope);
}

function toLine({ id, file, position, actual, expected }: Finding): string {
  const place = position === undefined ? '' : `:${position.line}:${position.column}`;
  const meant = expected === undefined ? '' : ` -> ${expected}`;
  return `${id.replace('link-check/', '')} ${file}${place} ${actual ?? ''}${meant}`;
}
