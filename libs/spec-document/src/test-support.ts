import type { Finding } from '@fixpoint/model';
import { DEFAULT_IDS, type SpecFilesConfig, type SpecsConfig } from '@fixpoint/spec-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { readSpecs } from './read-specs';
import type { SpecDocument, SpecFacts } from './spec-document';

/** A root that has specs and nothing else. */
export function specsRoot(specs: Partial<SpecFilesConfig> = {}): SpecsConfig {
  return {
    root: '.',
    specs: {
      files: ['specs/**/*.md'],
      ids: DEFAULT_IDS,
      informative: [],
      output: 'requirements',
      compliance: 'COMPLIANCE.md',
      allowEmpty: false,
      ...specs,
    },
    severity: {},
  };
}

/** Reads specs that lie in memory. */
export async function readAll(
  files: Readonly<Record<string, string | Uint8Array>>,
  specs: Partial<SpecFilesConfig> = {},
): Promise<SpecFacts> {
  const read = await readSpecs(memoryPorts({ files }), specsRoot(specs));
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return read.value;
}

/** Reads one spec. */
export async function readOne(text: string): Promise<{ spec: SpecDocument; findings: readonly Finding[] }> {
  const { specs, findings } = await readAll({ 'specs/a.md': text });
  const [spec] = specs;
  if (spec === undefined) throw new Error('there is no spec');
  return { spec, findings };
}
