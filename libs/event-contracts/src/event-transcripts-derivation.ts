import type { ContractsConfig } from '@fixpoint/contract-formats';
import {
  failureOf,
  readMatching,
  success,
  type Derivation,
  type Derived,
  type Finding,
  type Ports,
  type Result,
} from '@fixpoint/model';
import { readDocuments, type OpenApiDocument } from '@fixpoint/openapi-document';
import { routeTable } from '@fixpoint/openapi-routing';
import { schemaChecker, type SchemaChecker } from '@fixpoint/openapi-schema';
import { readPacts, type PactFile } from '@fixpoint/pact-files';
import { checkTranscript } from './check-transcript';
import type { StreamMedia } from './event-contract';
import { exampleTranscripts } from './example-transcripts';
import { fixtureProblems, fixtureTranscripts, mediaOfFixtures, type FixtureSet } from './fixture-transcripts';
import { pactTranscripts } from './pact-transcripts';
import { readEventContract } from './read-event-contract';
import { deriveSnapshots, unusedPointers } from './snapshots';
import { streamMediaOf } from './stream-media';
import type { Transcript } from './transcript';

/** What is read of event streams. */
export interface EventFacts {
  readonly documents: readonly OpenApiDocument[];
  readonly pacts: readonly PactFile[];
  readonly fixtures: readonly FixtureSet[];
  /** What could not be read. */
  readonly broken: readonly Finding[];
}

/**
 * Transcripts of event streams, in pacts, in examples of the documents and in files of their own: parsed by the WHATWG rules and checked against the events
 * that the documents describe and the order they have. Files may have snapshots, in which values that change from run to run do not count.
 */
export const eventTranscriptsDerivation: Derivation<ContractsConfig, EventFacts> = {
  id: 'event-transcripts',
  summary: 'transcripts of event streams, against the events that the OpenAPI documents describe',
  owns: ({ events }) =>
    (events?.transcripts ?? []).flatMap(({ snapshots }) =>
      snapshots === undefined ? [] : [`${snapshots.replace(/\/+$/, '')}/*.json`],
    ),
  allowsEmpty: () => true,
  collect,
  derive,
  check,
  fix: (root) => `fixpoint event-transcripts --root ${root}`,
};

async function collect(
  ports: Ports,
  { documents, pacts, events }: ContractsConfig,
): Promise<Result<EventFacts>> {
  const [read, readPactFiles, fixtures] = await Promise.all([
    readDocuments(ports, documents),
    readPacts(ports, pacts?.files ?? []),
    Promise.all(
      (events?.transcripts ?? []).map(async (config) => ({
        config,
        files: await readMatching(ports, config.files),
      })),
    ),
  ]);
  return success({
    documents: read.documents,
    pacts: readPactFiles.pacts,
    fixtures,
    broken: [...read.findings, ...readPactFiles.findings],
  });
}

function derive({ documents, fixtures, broken }: EventFacts): Derived {
  const { artifacts, findings } = deriveSnapshots(fixtures);
  const media = documents.flatMap(streamMediaOf);
  // An operation that is not there may be in a document that is broken.
  const isWhole = broken.every(({ id }) => id.startsWith('pact/'));
  const problems = [...broken, ...(isWhole ? fixtureProblems(fixtures, media) : []), ...findings];
  return problems.some(({ severity }) => severity === 'error')
    ? failureOf('usage', ...problems)
    : success(artifacts, problems);
}

function check({ documents, pacts, fixtures }: EventFacts, config: ContractsConfig): Finding[] {
  const media = documents.flatMap(streamMediaOf);
  const provider = config.pacts?.documents;
  const table = routeTable(documents.filter(({ name }) => provider === undefined || provider.includes(name)));
  const fromPacts = pacts.map((pact) => pactTranscripts(pact, table, media));
  const transcripts = [
    ...media.flatMap(exampleTranscripts),
    ...fromPacts.flatMap((found) => found.transcripts),
    ...fixtures.flatMap((set) => {
      const stream = mediaOfFixtures(set, media);
      return stream === undefined ? [] : fixtureTranscripts(set, stream);
    }),
  ];
  const checkers = new Map(documents.map((document) => [document, schemaChecker(document)]));
  const findings = media.flatMap((stream) => {
    const own = transcripts.filter((transcript) => transcript.media === stream);
    return checkStream(stream, own, checkers.get(stream.document) as SchemaChecker);
  });
  return [...fromPacts.flatMap((found) => found.findings), ...findings, ...unusedPointers(fixtures)];
}

function checkStream(
  media: StreamMedia,
  transcripts: readonly Transcript[],
  checker: SchemaChecker,
): Finding[] {
  const { contract, findings } = readEventContract(media);
  const isUndescribed = contract === undefined && findings.length === 0 && transcripts.length > 0;
  return [
    ...findings,
    ...(isUndescribed ? [undescribed(media)] : []),
    ...transcripts.flatMap((transcript) => checkTranscript(transcript, contract, checker)),
  ];
}

function undescribed({ document, operation, place }: StreamMedia): Finding {
  const name = `${operation.method.toUpperCase()} ${operation.path}`;
  return document.finding(place, {
    id: 'event-transcripts/no-event-contract',
    severity: 'warning',
    message: `nothing describes the events of ${name}, so its transcripts can only be parsed`,
    fix: 'describe the events: itemSchema (OpenAPI 3.2), or x-sse-events: {order: …, events: {…}}',
  });
}
