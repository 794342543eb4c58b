import {
  emissionPatternProblem,
  type ContractsConfig,
  type DocumentConfig,
} from '@fixpoint/contract-formats';
import { isRelativePath, type Finding } from '@fixpoint/model';
import { findingAt, nearest, toPointer, type LocatedDocument } from '@fixpoint/structured-text';

/** Where the parts of a configuration stand in the marker it was read from. */
export interface ContractPlaces {
  /** Pointer of the map of documents. */
  readonly documents: string;
  /** Pointer of the output of types, below a document. */
  readonly output: string;
  /** Pointer of the map of all other sections. */
  readonly sections: string;
}

interface Problem {
  readonly pointer: string;
  /** The document whose alone it is. */
  readonly document?: string;
  readonly message: string;
  readonly fix: string;
}

/** What is wrong with a marker beyond its shape. */
export interface ContractProblems {
  /** Nothing can be followed with these. */
  readonly fatal: readonly Finding[];
  /** Those of one document each, by its name; the others go on. */
  readonly ofDocuments: ReadonlyMap<string, readonly Finding[]>;
}

/** Rules of a marker that its shape cannot express. */
export function contractProblems(
  config: ContractsConfig,
  places: ContractPlaces,
  marker: LocatedDocument,
): ContractProblems {
  const toFinding = ({ pointer, message, fix }: Problem): Finding =>
    findingAt(marker, pointer, { id: 'config/rule', message, fix: `${fix} in ${marker.file}` });
  const outputs = outputProblems(config, places);
  return {
    fatal: [
      ...nothingNamed(config, places),
      ...remoteDocuments(config, places),
      ...outputs.filter(({ document }) => document === undefined),
      ...unknownDocuments(config, places),
      ...unfitPattern(config, places),
    ].map(toFinding),
    ofDocuments: new Map(
      config.documents.map(({ name }) => [
        name,
        outputs.filter(({ document }) => document === name).map(toFinding),
      ]),
    ),
  };
}

function nothingNamed({ documents, schemas, metrics }: ContractsConfig, places: ContractPlaces): Problem[] {
  if (documents.length > 0 || schemas.length > 0 || metrics !== undefined) return [];
  return [
    {
      pointer: '',
      message: 'no document, schema or metrics contract is named, so there is nothing to derive or to check',
      fix: `name a document in ${places.documents.slice(1)}`,
    },
  ];
}

function remoteDocuments({ documents }: ContractsConfig, places: ContractPlaces): Problem[] {
  return documents
    .filter(({ file }) => /^[a-z][a-z0-9+.-]*:\/\//i.test(file))
    .map(({ name, file }) => ({
      pointer: `${places.documents}${toPointer([name, 'root'])}`,
      message: `${file} is on another machine, and nothing is fetched`,
      fix: 'keep a copy of the document in the repository and name that',
    }));
}

function unfitPattern({ metrics }: ContractsConfig, places: ContractPlaces): Problem[] {
  const problem = metrics?.emissions && emissionPatternProblem(metrics.emissions.pattern);
  return problem === undefined
    ? []
    : [{ pointer: `${places.sections}/metrics/emissions/pattern`, ...problem }];
}

function outputProblems(config: ContractsConfig, places: ContractPlaces): Problem[] {
  const outputs = outputsOf(config, places);
  const problems = outputs.flatMap(({ path, pointer, document }): Problem[] => {
    const at = { pointer, ...(document !== undefined && { document }) };
    if (!isRelativePath(path)) {
      const message = `the output ${path} lies outside of the directory of this file`;
      return [{ ...at, message, fix: 'name a file below it' }];
    }
    return outputs
      .filter((other) => other.path === path && other.pointer !== pointer)
      .map((other) => ({
        ...at,
        message: `the output ${path} is that of ${other.pointer} as well`,
        fix: 'give each its own output',
      }));
  });
  const lonely = config.documents.filter(({ types, client }) => client !== undefined && types === undefined);
  return [
    ...problems,
    ...lonely.map(({ name }) => ({
      pointer: `${places.documents}${toPointer([name])}`,
      document: name,
      message: `"${name}" has a client but no types, which a client is made of`,
      fix: `give "${name}" an output for its types`,
    })),
  ];
}

function outputsOf(
  { documents, schemas, events }: ContractsConfig,
  places: ContractPlaces,
): { readonly path: string; readonly pointer: string; readonly document?: string }[] {
  const at = (name: string, end: string): string => `${places.documents}${toPointer([name])}${end}`;
  const ofDocument = ({ name, types, client, command }: DocumentConfig) => [
    ...(types === undefined ? [] : [{ path: types, pointer: at(name, places.output) }]),
    ...(client === undefined
      ? []
      : [{ path: client, pointer: at(name, places.sections === '' ? '/client' : '/x-fixpoint/client') }]),
    ...(command?.outputs ?? []).map((path, index) => ({
      path,
      pointer: at(name, `${places.sections === '' ? '' : '/x-fixpoint'}/command/outputs/${index}`),
    })),
  ];
  return [
    ...documents.flatMap((document) =>
      ofDocument(document).map((output) => ({ ...output, document: document.name })),
    ),
    ...schemas.flatMap(({ schema, from, types }, index) => [
      ...(from === undefined
        ? []
        : [{ path: schema, pointer: `${places.sections}/schemas/${index}/schema` }]),
      ...(types === undefined ? [] : [{ path: types, pointer: `${places.sections}/schemas/${index}/types` }]),
    ]),
    ...(events?.transcripts ?? []).flatMap(({ snapshots }, index) =>
      snapshots === undefined || isRelativePath(snapshots)
        ? []
        : [{ path: snapshots, pointer: `${places.sections}/events/transcripts/${index}/snapshots` }],
    ),
  ];
}

function unknownDocuments({ documents, pacts, events }: ContractsConfig, places: ContractPlaces): Problem[] {
  const known = documents.map(({ name }) => name);
  const named = [
    ...(pacts?.documents ?? []).map((name, index) => ({ name, pointer: `/pacts/documents/${index}` })),
    ...(events?.transcripts ?? []).flatMap(({ document: name }, index) =>
      name === undefined ? [] : [{ name, pointer: `/events/transcripts/${index}/document` }],
    ),
  ];
  return named
    .filter(({ name }) => !known.includes(name))
    .map(({ name, pointer }) => {
      const meant = nearest(name, known);
      return {
        pointer: `${places.sections}${pointer}`,
        message: `no document is named "${name}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
        fix: meant === undefined ? `name one of: ${known.join(', ') || 'a document'}` : `write "${meant}"`,
      };
    });
}
