import { normalize } from 'node:path/posix';
import { readFingerprints, readGeneratedList, type ContractsConfig } from '@fixpoint/contract-formats';
import { success, type Finding, type Ports, type Result } from '@fixpoint/model';
import { collectDocument } from './collect-document';
import type { BrokenDocument, GeneratedDocument, OpenapiFacts } from './facts';
import { OUTPUT_LIST } from './output-list';
import { outputsOf, withPlainPaths } from './output-paths';

/** Reads the documents of a root from which something is generated, one after the other, and the manifest of what there is. */
export async function collectFacts(ports: Ports, config: ContractsConfig): Promise<Result<OpenapiFacts>> {
  const manifest = readGeneratedList(OUTPUT_LIST, await ports.files.readText(OUTPUT_LIST.file));
  if (!manifest.ok) return manifest;
  const documents = config.documents.map(withPlainPaths);
  const generated: GeneratedDocument[] = [];
  const broken: BrokenDocument[] = [];
  const remarks: Finding[] = [];
  for (const document of documents.filter((candidate) => outputsOf(candidate).length > 0)) {
    const result = await collectDocument({ ports, severity: config.severity, documents }, document);
    if (result.ok) {
      generated.push(result.value);
      remarks.push(...result.findings);
    } else {
      broken.push({ name: document.name, outcome: result.outcome ?? 'drift', findings: result.findings });
    }
  }
  const committed = await readFingerprints(ports, manifest.value);
  const sources = sourcesOf(config, generated);
  return success({ generated, broken, remarks, manifest: manifest.value, sources, committed });
}

function sourcesOf(
  { documents, schemas }: ContractsConfig,
  generated: readonly GeneratedDocument[],
): Set<string> {
  return new Set(
    [
      ...documents.map(({ file }) => file),
      ...generated.flatMap(({ document }) => [...document.files.keys()]),
      ...schemas.flatMap(({ schema, from }) => [schema, ...(from === undefined ? [] : [from.file])]),
    ].map((file) => normalize(file)),
  );
}
