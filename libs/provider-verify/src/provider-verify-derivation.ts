import type { ContractsConfig } from '@fixpoint/contract-formats';
import { failureOf, success, type Derivation, type Finding, type Ports, type Result } from '@fixpoint/model';
import { readDocuments, type OpenApiDocument } from '@fixpoint/openapi-document';
import { routeTable } from '@fixpoint/openapi-routing';
import { readPacts, type PactFile } from '@fixpoint/pact-files';
import { nearest } from '@fixpoint/structured-text';
import { conflictFindings, coverageFindings } from './coverage-findings';
import { unjudgedFindings } from './interaction-findings';
import { interactionVerifier } from './verify-interaction';

/** What is read for a verification. */
export interface ProviderFacts {
  readonly documents: readonly OpenApiDocument[];
  readonly pacts: readonly PactFile[];
  /** What could not be read or was not found. */
  readonly broken: readonly Finding[];
}

/**
 * Consumer pacts against the OpenAPI documents of their provider. It writes nothing: every interaction is a finding, a note
 * (`provider-verify/verified`) where the documents promise what it expects. What a document does not describe because it is broken is a failure and
 * not a mismatch: nothing is compared with half of a contract.
 *
 * @req FP-PACT-001, FP-PACT-007
 */
export const providerVerifyDerivation: Derivation<ContractsConfig, ProviderFacts> = {
  id: 'provider-verify',
  summary: 'what consumers expect in their pacts, against the OpenAPI documents of the provider',
  owns: () => [],
  allowsEmpty: () => true,
  collect,
  derive: ({ broken }) =>
    broken.some(({ severity }) => severity === 'error') ? failureOf('usage', ...broken) : success([], broken),
  check: verify,
  fix: (root) => `fixpoint provider-verify --root ${root}`,
};

async function collect(
  ports: Ports,
  { pacts: config, documents, root }: ContractsConfig,
): Promise<Result<ProviderFacts>> {
  if (config === undefined) return success({ documents: [], pacts: [], broken: [] });
  const names = config.documents ?? documents.map(({ name }) => name);
  const unknown = names.filter((name) => !documents.some((document) => document.name === name));
  const named = documents.filter(({ name }) => names.includes(name));
  const [read, { pacts, findings, matched }] = await Promise.all([
    readDocuments(ports, named),
    readPacts(ports, config.files),
  ]);
  const broken = [
    ...unknown.map((name) =>
      unknownDocument(
        name,
        documents.map((document) => document.name),
      ),
    ),
    ...(names.length === 0 ? [noDocuments(root)] : []),
    ...read.findings,
    ...(matched === 0 && !config.allowEmpty ? [noPacts(root, config.files)] : []),
    ...findings,
  ];
  return success({ documents: read.documents, pacts, broken });
}

function verify({ documents, pacts, broken }: ProviderFacts): Finding[] {
  const table = routeTable(documents);
  const conflicts = conflictFindings(table);
  const unjudged = pacts.flatMap(unjudgedFindings);
  const isWhole = broken.every(({ id }) => id.startsWith('pact/'));
  const verifyOne = interactionVerifier(table, { isWhole });
  const results = pacts.flatMap((pact) =>
    pact.interactions.map((interaction) => verifyOne(pact, interaction)),
  );
  const exercises = results.flatMap(({ exercise }) => exercise ?? []);
  const coverage = pacts.length === 0 ? [] : coverageFindings(table, exercises);
  return [...conflicts, ...results.flatMap(({ findings }) => findings), ...unjudged, ...coverage];
}

function noPacts(root: string, globs: readonly string[]): Finding {
  return {
    id: 'provider-verify/no-pacts',
    severity: 'error',
    message: `no pact file is there: ${globs.join(', ')} find${globs.length === 1 ? 's' : ''} nothing`,
    file: '.',
    path: '/pacts/files',
    expected: 'at least one pact file',
    fix: `run the tests of the consumers so that they write their pacts, correct the globs of ${root}, or allow that there are none`,
  };
}

function noDocuments(root: string): Finding {
  return {
    id: 'provider-verify/no-documents',
    severity: 'error',
    message: 'there are pacts and no OpenAPI document that they could be compared with',
    file: '.',
    path: '/documents',
    fix: `name the documents of the provider in ${root}`,
  };
}

function unknownDocument(name: string, known: readonly string[]): Finding {
  const meant = nearest(name, known);
  return {
    id: 'provider-verify/unknown-document',
    severity: 'error',
    message: `there is no document "${name}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    file: '.',
    path: '/pacts/documents',
    expected: known.join(', '),
    actual: name,
    fix: `correct the name, or add the document "${name}"`,
  };
}
