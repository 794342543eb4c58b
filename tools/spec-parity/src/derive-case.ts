import type { Artifact, Finding } from '@fixpoint/model';
import { specExtractDerivation } from '@fixpoint/requirements';
import type { SpecsConfig } from '@fixpoint/spec-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { parse } from 'yaml';
import type { RecordedRequirement } from './recorded-case';

/** A requirement as it is derived here. */
export interface DerivedRequirement extends RecordedRequirement {
  readonly line: number;
  readonly text: string;
  readonly keywords: readonly string[];
}

/** What is derived from the specs of a case. */
export interface DerivedCase {
  /** By path of the spec. */
  readonly indexes: ReadonlyMap<
    string,
    { readonly file: string; readonly requirements: Readonly<Record<string, DerivedRequirement>> }
  >;
  readonly page: string;
  readonly findings: readonly Finding[];
}

const CONFIG: SpecsConfig = {
  root: '.',
  specs: {
    files: ['.specs/**/*.md', 'specs/**/*.md'],
    ids: ['[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-[0-9]{3,}'],
    informative: [],
    output: 'requirements',
    compliance: 'COMPLIANCE.md',
    allowEmpty: false,
  },
  severity: {},
};

/** Derives the index of some files. */
export async function deriveCase(files: Readonly<Record<string, string>>): Promise<DerivedCase> {
  const { collect, derive, check } = specExtractDerivation;
  const collected = await collect(memoryPorts({ files }), CONFIG, { check: true });
  if (!collected.ok) return { indexes: new Map(), page: '', findings: collected.findings };
  const derived = derive(collected.value, CONFIG);
  const artifacts: readonly Artifact[] = derived.ok ? derived.value : [];
  const indexes = artifacts
    .filter(({ path }) => path.endsWith('.yaml'))
    .map(({ path, text }) => {
      const index = parse(text) as { source: string; requirements: Record<string, DerivedRequirement> };
      return [index.source, { file: path, requirements: index.requirements }] as const;
    });
  return {
    indexes: new Map(indexes),
    page: artifacts.find(({ path }) => path === 'COMPLIANCE.md')?.text ?? '',
    findings: [...collected.findings, ...(check?.(collected.value, CONFIG) ?? [])],
  };
}
