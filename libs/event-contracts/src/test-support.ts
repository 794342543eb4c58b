import type { ContractsConfig, TranscriptConfig } from '@fixpoint/contract-formats';
import { compareFindings } from '@fixpoint/model';
import { memoryPorts } from '@fixpoint/testkit';
import { eventTranscriptsDerivation } from './event-transcripts-derivation';

/** A root with documents, pacts and transcripts. */
export interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly documents?: readonly string[];
  readonly transcripts?: readonly Partial<TranscriptConfig>[];
  readonly pacts?: readonly string[];
}

/** The configuration of a case. */
export function configOf({ documents = ['api.yaml'], transcripts, pacts }: Case): ContractsConfig {
  return {
    root: 'libs/api',
    documents: documents.map((file) => ({ name: file.replace(/\..*/, ''), file })),
    schemas: [],
    ...(pacts && { pacts: { files: pacts, allowEmpty: false } }),
    ...(transcripts && {
      events: {
        transcripts: transcripts.map((entry) => ({
          files: ['sse/*'],
          operation: 'stream',
          volatile: [],
          ...entry,
        })),
      },
    }),
  };
}

/** Runs the derivation over files in memory. */
export async function run(root: Case) {
  const config = configOf(root);
  const { collect, derive, check } = eventTranscriptsDerivation;
  const collected = await collect(memoryPorts({ files: root.files }), config, { check: true });
  if (!collected.ok) throw new Error('collect never fails');
  const derived = derive(collected.value, config);
  const findings = [...derived.findings, ...(check?.(collected.value, config) ?? [])].sort(compareFindings);
  return { derived, findings };
}

/** A document with one event stream, described by the text of `x-sse-events` (YAML, flow style). */
export function documentOf(extension: string, { media = '', response = '', version = '3.1.0' } = {}): string {
  return `openapi: ${version}
paths:
  /stream:
    get:
      operationId: stream
      ${extension === '' ? '' : `x-sse-events: ${extension}`}
      responses:
        '200':
          description: d
          content:
            text/event-stream: {${media}}
${response}
components:
  schemas:
    Token: {type: object, required: [t], properties: {t: {type: string}, i: {type: integer, format: uint32}}}
`;
}

/** The contract that most tests use. */
export const TOKENS =
  '{order: "started token* (metrics | token)* (end | error)", events: {started: {type: object}, token: {$ref: "#/components/schemas/Token"}, metrics: {}, end: {type: object}, error: {type: object}}}';

/** The findings of one transcript file by a contract, as `line:column severity id message`. */
export async function findingsIn(
  transcript: string | Uint8Array,
  document = documentOf(TOKENS),
): Promise<string[]> {
  const { findings } = await run({
    files: { 'api.yaml': document, 'sse/a.txt': transcript },
    transcripts: [{}],
  });
  return findings.map(
    ({ position, severity, id, message }) =>
      `${position?.line}:${position?.column} ${severity} ${id.replace('event-transcripts/', '')}: ${message}`,
  );
}
