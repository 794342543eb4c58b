import { failure, success, type Finding, type Result } from '@fixpoint/model';
import {
  findingAt,
  isRecord,
  listOf,
  parseLocated,
  recordOf,
  shapeProblems,
  text,
  type LocatedDocument,
} from '@fixpoint/structured-text';
import type { PactFile } from './pact-file';
import { readInteraction, type ReadInteraction } from './read-interaction';
import { shapeFinding } from './shape-finding';
import { specificationVersion } from './specification-version';

const participant = recordOf({ required: { name: text } });

const pactShape = recordOf({
  required: { consumer: participant, provider: participant },
  optional: { interactions: listOf(() => undefined), messages: listOf(() => undefined) },
});

/**
 * Reads a pact file of specification 2, 3 or 4 (https://github.com/pact-foundation/pact-specification). A file that is not JSON, has not the
 * shape of a pact or holds no interaction is a failure; an interaction that has not its shape is a finding (severity error) of the success, and all
 * others are read. Ids: `pact/invalid-json`, `pact/empty-document`, `pact/wrong-shape`, `pact/no-interactions`, `pact/unknown-version`,
 * `pact/bad-body`.
 */
export function readPact(file: string, source: string): Result<PactFile> {
  const parsed = parseLocated(file.endsWith('.json') ? file : `${file}.json`, source, 'pact');
  if (!parsed.ok) return failure(...parsed.findings.map((finding) => ({ ...finding, file })));
  const document = { ...parsed.value, file };
  const { value } = document;
  const problems = shapeProblems(value, pactShape);
  if (problems.length > 0) return failure(...problems.map((problem) => shapeFinding(document, problem)));
  const pact = value as Record<string, unknown>;
  const version = specificationVersion(pact);
  if (typeof version !== 'number') return failure(unknownVersion(document, version));
  const lists = ['interactions', 'messages'].flatMap((key) => entriesOf(pact, key));
  if (lists.length === 0) return failure(noInteractions(document));
  const names = { consumer: nameOf(pact['consumer']), provider: nameOf(pact['provider']) };
  const read = lists.map((entry) => readInteraction({ document, version, ...names }, entry));
  return success(
    gather({ file, version, ...names, document }, read),
    read.flatMap(({ findings }) => findings),
  );
}

function gather(
  base: Pick<PactFile, 'file' | 'version' | 'consumer' | 'provider' | 'document'>,
  read: readonly ReadInteraction[],
): PactFile {
  return {
    ...base,
    interactions: read.flatMap(({ interaction }) => interaction ?? []),
    unjudged: read.flatMap(({ unjudged }) => unjudged ?? []),
    pending: new Set(
      read.flatMap(({ interaction, isPending }) => (interaction && isPending ? interaction.pointer : [])),
    ),
  };
}

function entriesOf(pact: Record<string, unknown>, key: string) {
  const list = pact[key];
  return Array.isArray(list)
    ? list.map((value: unknown, index) => ({ value, pointer: `/${key}/${index}`, key }))
    : [];
}

function nameOf(participantValue: unknown): string {
  return String(isRecord(participantValue) ? participantValue['name'] : '');
}

function unknownVersion(
  document: LocatedDocument,
  { pointer, actual }: { pointer: string; actual: string },
): Finding {
  return findingAt(document, pointer, {
    id: 'pact/unknown-version',
    message: `pacts of the specification ${actual} are not read`,
    expected: '2.x, 3.x or 4.x',
    actual,
    fix: `let the consumer's tests write ${document.file} by the specification 2, 3 or 4`,
  });
}

function noInteractions(document: LocatedDocument): Finding {
  return findingAt(document, '/interactions', {
    id: 'pact/no-interactions',
    message: `${document.file} holds no interaction, so it asks nothing of the provider`,
    fix: `write ${document.file} anew with the consumer's tests, or remove it`,
  });
}
