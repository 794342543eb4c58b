import type { Artifact, Derivation, Finding, Outcome } from '@fixpoint/model';
import { DEFAULT_IDS, type SpecFilesConfig, type SpecsConfig } from '@fixpoint/spec-formats';
import { memoryPorts } from '@fixpoint/testkit';

/** A root that has specs and nothing else. */
export function specsRoot(
  specs: Partial<SpecFilesConfig> = {},
  sections: readonly string[] = [],
): SpecsConfig {
  return {
    root: '.',
    specs: {
      files: ['.specs/**/*.md', 'specs/**/*.md'],
      ids: DEFAULT_IDS,
      informative: [],
      output: 'requirements',
      compliance: 'COMPLIANCE.md',
      allowEmpty: false,
      ...specs,
    },
    lint: { sections },
    severity: {},
  };
}

/** What a run of a derivation over files comes to. */
export interface SpecRun {
  readonly outcome: Outcome | undefined;
  readonly artifacts: readonly Artifact[];
  readonly findings: readonly Finding[];
  /** Files that nothing derives any more, and that go. */
  readonly orphans: readonly string[];
}

/** Runs a derivation over files in memory. */
export async function run<Facts>(
  derivation: Derivation<SpecsConfig, Facts>,
  files: Readonly<Record<string, string | Uint8Array>>,
  config: SpecsConfig = specsRoot(),
): Promise<SpecRun> {
  const ports = memoryPorts({ files });
  const scope = { check: true };
  const collected = await derivation.collect(ports, config, scope);
  if (!collected.ok)
    return { outcome: collected.outcome, artifacts: [], findings: collected.findings, orphans: [] };
  const facts = collected.value;
  const derived = derivation.derive(facts, config);
  const artifacts = derived.ok ? derived.value : [];
  const globs = derivation.owns(config, scope, facts);
  const owned = globs.length === 0 ? [] : await ports.files.list(globs);
  return {
    outcome: collected.outcome ?? derived.outcome,
    artifacts,
    findings: [...collected.findings, ...derived.findings, ...(derivation.check?.(facts, config) ?? [])],
    orphans: owned.filter(
      (path) =>
        !artifacts.some((artifact) => artifact.path === path) && !derivation.keeps?.(facts, config, path),
    ),
  };
}

/** Findings as `id file:line actual`, without the prefix. */
export function told({ findings }: Pick<SpecRun, 'findings'>): string[] {
  return findings.map(({ id, file, position, actual }) =>
    `${id.replace(/^[\w-]+\//, '')} ${file}:${position?.line ?? '-'} ${actual ?? ''}`.trim(),
  );
}
