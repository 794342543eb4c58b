import type { ContractsConfig } from './config';

/** The list of generated files that is committed beside them, so that what nothing generates any more is found without git. */
export const GENERATED_LIST = 'contracts.generated.json';

/** The same list for what is made of schemas and code: it is another derivation that writes it. */
export const GENERATED_SCHEMAS = 'schemas.generated.json';

/** What each target of a contracts root writes: files and globs, relative to the root. */
export function outputsOfContracts({
  documents,
  schemas,
  events,
}: ContractsConfig): Record<string, string[]> {
  const generated = documents.flatMap(({ types, client, command }) => [
    types ?? [],
    client ?? [],
    command?.outputs ?? [],
  ]);
  const made = schemas.flatMap(({ schema, from, types }) => [
    ...(from === undefined ? [] : [schema]),
    ...(types === undefined ? [] : [types]),
  ]);
  return {
    'regen-openapi': generated.length === 0 ? [] : [...generated.flat(), GENERATED_LIST],
    'regen-schema': made.length === 0 ? [] : [...made, GENERATED_SCHEMAS],
    'event-transcripts': (events?.transcripts ?? []).flatMap(({ snapshots }) =>
      snapshots === undefined ? [] : [`${snapshots}/**/*`],
    ),
  };
}
