import type { FoundFile, Ports } from '@fixpoint/model';
import { readPact, type PactFile } from '@fixpoint/pact-files';
import { idsInProse, namedIds, type Certainty } from '@fixpoint/source-tags';
import { fromPointer, isRecord, toPointer } from '@fixpoint/structured-text';
import type { LayerFacts, TraceLink } from '../trace-link';
import { readDocumentLayer } from './read-layer';

/**
 * Reads the requirements that interactions of pacts name: in their description and the names of provider states, in `comments` (v4: `text`,
 * `testname`, and `references`, which is there for that), and in `metadata.requirements`.
 */
export async function readInteractions(
  ports: Ports,
  globs: readonly string[],
  ids: readonly string[],
): Promise<LayerFacts> {
  return readDocumentLayer(ports, globs, (file) => layerOf(file, ids));
}

function layerOf({ path, text }: FoundFile, ids: readonly string[]): LayerFacts {
  const read = readPact(path, text);
  return { links: read.ok ? linksOf(read.value, ids) : [], findings: read.findings };
}

function linksOf(pact: PactFile, ids: readonly string[]): TraceLink[] {
  return [...pact.interactions, ...pact.unjudged].flatMap(({ pointer, description }) =>
    namedIn(valueAt(pact.document.value, pointer), ids).map(({ id, at, certainty }): TraceLink => {
      const position = pact.document.positionOf(pointer + toPointer(at));
      return {
        id,
        kind: 'pact',
        file: pact.file,
        name: description,
        ...(position && { position }),
        certainty,
      };
    }),
  );
}

interface NamedId {
  readonly id: string;
  /** Keys that lead to the text, from the interaction on. */
  readonly at: readonly string[];
  readonly certainty: Certainty;
}

function namedIn(interaction: unknown, ids: readonly string[]): NamedId[] {
  return textsIn(interaction, []).flatMap(({ text, at }): NamedId[] => {
    const path = at.join('.');
    if (/^(?:comments\.references|metadata\.requirements)(?:\.|$)/.test(path))
      return namedIds(text, ids).map(({ id, certainty }) => ({ id, at, certainty }));
    if (
      !/^(?:description|providerState|providerStates\.\d+\.name|comments\.(?:text\.\d+|testname))$/.test(path)
    )
      return [];
    return idsInProse(text, ids).map(({ id, certainty }) => ({ id, at, certainty }));
  });
}

/** The parts of an interaction that hold no bodies. */
const PARTS = new Set(['description', 'providerState', 'providerStates', 'comments', 'metadata']);

function textsIn(
  value: unknown,
  at: readonly string[],
): { readonly text: string; readonly at: readonly string[] }[] {
  if (typeof value === 'string') return [{ text: value, at }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    at.length > 0 || PARTS.has(key) ? textsIn(child, [...at, key]) : [],
  );
}

function valueAt(root: unknown, pointer: string): unknown {
  return fromPointer(pointer).reduce<unknown>(
    (value, key) => (Array.isArray(value) ? value[Number(key)] : isRecord(value) ? value[key] : undefined),
    root,
  );
}
