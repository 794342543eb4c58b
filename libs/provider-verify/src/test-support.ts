import type { ContractsConfig } from '@fixpoint/contract-formats';
import { compareFindings, type Finding } from '@fixpoint/model';
import { memoryPorts } from '@fixpoint/testkit';
import { providerVerifyDerivation } from './provider-verify-derivation';

/** A root with documents and pacts of its own. */
export interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly documents?: readonly string[];
  readonly pacts?: Partial<ContractsConfig['pacts']>;
}

/** Runs the derivation over files in memory: how it ended and its findings, sorted. */
export async function run({ files, documents = ['api'], pacts = {} }: Case) {
  const config: ContractsConfig = {
    root: 'libs/api',
    documents: documents.map((name) => ({ name, file: `${name}.yaml` })),
    schemas: [],
    pacts: { files: ['pacts/*.json'], allowEmpty: false, ...pacts },
  };
  const { collect, derive, check } = providerVerifyDerivation;
  const collected = await collect(memoryPorts({ files }), config, { check: true });
  if (!collected.ok) throw new Error('collect never fails');
  const derived = derive(collected.value, config);
  const findings = [...derived.findings, ...(check?.(collected.value, config) ?? [])].sort(compareFindings);
  return { derived, findings };
}

/** A request and a response as a pact has them. */
export interface Sketch {
  readonly request?: object;
  readonly response?: object;
}

/** A pact of specification 3 with these interactions. */
export function pactOf(...interactions: readonly Sketch[]): string {
  return JSON.stringify({
    consumer: { name: 'web' },
    provider: { name: 'api' },
    interactions: interactions.map(({ request, response }, index) => ({
      description: `i${index}`,
      request: { method: 'GET', path: '/a', ...request },
      response: { status: 200, ...response },
    })),
    metadata: { pactSpecification: { version: '3.0.0' } },
  });
}

/** Errors, warnings and notes of one interaction against a document (YAML after its first line), without what it leaves out. */
export async function issuesOf(document: string, interaction: Sketch): Promise<string[]> {
  const { findings } = await run({
    files: { 'api.yaml': `openapi: 3.1.0\n${document}`, 'pacts/p.json': pactOf(interaction) },
  });
  return findings
    .filter(isAboutInteraction)
    .map(
      ({ severity, id, path = '' }) =>
        `${severity} ${id.slice('provider-verify/'.length)} ${path.replace('/interactions/0', '')}`,
    );
}

/** Whether a finding is about what an interaction has and not about what none has. */
export function isAboutInteraction({ id, file }: Finding): boolean {
  return file.startsWith('pacts/') && id !== 'provider-verify/verified';
}
