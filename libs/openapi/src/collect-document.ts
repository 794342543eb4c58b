import type { ContractsConfig, DocumentConfig } from '@fixpoint/contract-formats';
import {
  failureOf,
  success,
  ToolError,
  worseOutcome,
  type Finding,
  type Outcome,
  type Ports,
  type Result,
} from '@fixpoint/model';
import {
  collectSources,
  inspectDocument,
  type DocumentSources,
  type OpenApiDocument,
} from '@fixpoint/openapi-document';
import { bundleForGenerators } from './bundle/bundle-for-generators';
import { completenessFindings } from './completeness/completeness-findings';
import type { Generation, GeneratedDocument } from './facts';
import { clientGenerator } from './generators/client';
import { commandGenerator } from './generators/command';
import type { Generator } from './generators/generator';
import { findOpenapiTypescript } from './generators/openapi-typescript';
import { outputFindings, outputsOf } from './output-paths';

/** What all documents of a root have in common. */
export interface CollectContext {
  readonly ports: Ports;
  readonly severity: ContractsConfig['severity'];
  readonly documents: readonly DocumentConfig[];
}

/**
 * Reads a document, checks it and runs its generators. What is wrong is a failure of this document alone, with the outcome it has:
 * `usage` for what the document or its configuration says, `environment` for what is missing here.
 */
export async function collectDocument(
  context: CollectContext,
  config: DocumentConfig,
): Promise<Result<GeneratedDocument>> {
  const conflicts = config.refused ?? outputFindings(config, context.documents);
  if (conflicts.length > 0) return failureOf('usage', ...conflicts);
  const sources = await readFiles(context.ports, config);
  if (!sources.ok) return sources;
  const read = await inspectDocument(context.ports.modules, config.name, sources.value);
  if (!read.ok) return failureOf('usage', ...read.findings);
  const document = read.value;
  const findings = weigh(read.findings, context.severity);
  if (findings.some(({ severity }) => severity === 'error')) return failureOf('usage', ...findings);
  const generations = await generate(context.ports, config, document);
  if (!generations.ok) return { ...generations, findings: [...findings, ...generations.findings] };
  return success({ config, document, generations: generations.value }, findings);
}

/**
 * The files of a document. A directory, a link out of the root or bytes that are no text keep no other document from being generated
 * from; in the place of an output they are found here, before anything is written.
 */
async function readFiles(ports: Ports, config: DocumentConfig): Promise<Result<DocumentSources>> {
  try {
    for (const path of outputsOf(config)) await ports.files.readText(path);
    return success(await collectSources(ports, config.file));
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return failureOf('usage', unreadable(config.file, error));
  }
}

function unreadable(document: string, { message, file = document, fix }: ToolError): Finding {
  return {
    id: 'openapi/unreadable',
    severity: 'error',
    message,
    file,
    fix: fix ?? `make ${file} a readable file of UTF-8 text`,
  };
}

/** What the user thinks of less, or nothing, does not keep a document from being generated from. */
function weigh(findings: readonly Finding[], severity: CollectContext['severity'] = {}): Finding[] {
  return findings.flatMap((finding): Finding[] => {
    const chosen = Object.hasOwn(severity, finding.id) ? severity[finding.id] : finding.severity;
    return chosen === undefined || chosen === 'off' ? [] : [{ ...finding, severity: chosen }];
  });
}

async function generate(
  ports: Ports,
  config: DocumentConfig,
  document: OpenApiDocument,
): Promise<Result<readonly Generation[]>> {
  const found = await generatorsOf(ports, config);
  const missing = found.flatMap((result) => (result.ok ? [] : result.findings));
  if (missing.length > 0) return failureOf('environment', ...missing);
  const bundle = await bundleForGenerators(ports.modules, document);
  const generations: Generation[] = [];
  const problems: Finding[] = [];
  let outcome: Outcome = 'clean';
  for (const result of found) {
    if (!result.ok) continue;
    const { name, version } = result.value;
    const files = await result.value.generate({ config, document, bundle, ports });
    if (files.ok) generations.push({ generator: name, version, files: files.value });
    else {
      problems.push(...files.findings);
      outcome = worseOutcome(outcome, files.outcome ?? 'drift');
    }
  }
  if (problems.length > 0) return failureOf(outcome, ...problems);
  const gaps = completenessFindings(document, config, generations);
  return gaps.length > 0 ? failureOf('drift', ...gaps) : success(generations);
}

async function generatorsOf(
  ports: Ports,
  { types, client, command }: DocumentConfig,
): Promise<Result<Generator>[]> {
  return [
    ...(types === undefined ? [] : [await findOpenapiTypescript(ports)]),
    ...(client === undefined ? [] : [success(clientGenerator)]),
    ...(command === undefined ? [] : [success(commandGenerator(command))]),
  ];
}
