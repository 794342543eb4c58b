import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import type { Finding } from '@fixpoint/model';
import { providerVerifyDerivation } from '@fixpoint/provider-verify';
import { memoryPorts } from '@fixpoint/testkit';
import { lineOf } from './line-of';

/** A finding of @pactflow/openapi-pact-comparator. */
interface ComparerFinding {
  readonly code: string;
  /** `[root].interactions[0].request.path` */
  readonly location: string;
}

/** The ids that say the same as a code of the comparer. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'request.path-or-method.unknown': ['unknown-path', 'unknown-method', 'path-parameter'],
  'request.accept.unknown': ['accept-undeclared'],
  'request.accept.incompatible': ['accept'],
  'request.authorization.missing': ['missing-credentials'],
  'request.body.incompatible': ['request-body', 'missing-request-body'],
  'request.body.unknown': ['request-body-undeclared', 'request-content-type'],
  'request.content-type.incompatible': ['request-content-type'],
  'request.content-type.missing': ['request-content-type-missing'],
  'request.content-type.unknown': ['request-content-type-undeclared'],
  'request.header.incompatible': ['request-header', 'missing-header'],
  'request.header.unknown': ['unknown-request-header'],
  'request.query.incompatible': ['query-parameter', 'missing-query'],
  'request.query.unknown': ['unknown-query'],
  'response.body.incompatible': ['response-body'],
  'response.body.unknown': ['response-body-undeclared'],
  'response.content-type.incompatible': ['response-content-type'],
  'response.content-type.unknown': ['response-content-type-undeclared'],
  'response.header.incompatible': ['response-header'],
  'response.header.undefined': ['undeclared-standard-header'],
  'response.header.unknown': ['unknown-response-header'],
  'response.status.default': ['default-status'],
  'response.status.unknown': ['unknown-status'],
};

/** Verifies the pact of a folder against its document and compares the findings with those of the comparer in `opc.json`. */
export async function comparePact(folder: string, name: string): Promise<CaseLine> {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const theirs = JSON.parse(read('opc.json')) as readonly ComparerFinding[];
  const ours = await verify({ 'openapi.yaml': read('openapi.yaml'), 'pact.json': read('pact.json') });
  const unmatched = new Set(ours);
  const missed = theirs.filter(({ code, location }) => {
    const at = interactionOf(location);
    const same = ours.filter(
      ({ id, path = '' }) =>
        SAME[code]?.includes(id.replace('provider-verify/', '')) === true && path.startsWith(`${at}/`),
    );
    same.forEach((finding) => unmatched.delete(finding));
    return same.length === 0;
  });
  return lineOf({
    kind: 'pact',
    name,
    common: `${theirs.length - missed.length} of the ${theirs.length} findings of the comparer`,
    missed: missed.map(({ code, location }) => `${code} ${location}`),
    extra: [...unmatched].map(
      ({ id, severity, path, message }) => `${severity} ${id} ${path ?? ''} ${message}`,
    ),
  });
}

function interactionOf(location: string): string {
  return `/interactions/${/interactions\[(\d+)\]/.exec(location)?.[1] ?? ''}`;
}

/** What is said of the interactions themselves; which of them are fine and what they leave out is none of the comparer's subjects. */
async function verify(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const config = {
    root: '.',
    documents: [{ name: 'api', file: 'openapi.yaml' }],
    schemas: [],
    pacts: { files: ['pact.json'], allowEmpty: false },
  };
  const { collect, derive, check } = providerVerifyDerivation;
  const collected = await collect(memoryPorts({ files }), config, { check: true });
  if (!collected.ok) return [...collected.findings];
  const findings = [...derive(collected.value, config).findings, ...(check?.(collected.value, config) ?? [])];
  return findings.filter(({ id }) => !id.endsWith('-not-exercised') && id !== 'provider-verify/verified');
}
