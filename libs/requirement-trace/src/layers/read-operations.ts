import type { Finding, Ports } from '@fixpoint/model';
import { readDocuments, type OpenApiDocument } from '@fixpoint/openapi-document';
import { namedIds } from '@fixpoint/source-tags';
import { findingAt, isRecord, toPointer, type LocatedDocument } from '@fixpoint/structured-text';
import { joinLayers, type LayerFacts, type TraceLink } from '../trace-link';
import { brokenText, readLayer } from './read-layer';

const KEY = 'x-req-id';
/** What makes a file a document; parts of one are read through it. */
const ENTRY = /(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s{0,20}:/;

/**
 * Reads the requirements that OpenAPI documents name in `x-req-id`, a text or a list of texts: on an operation and anywhere inside of it for that
 * operation, on a path item for each of its operations, on the document or its `info` for the document as a whole, on a component for that component.
 */
export async function readOperations(
  ports: Ports,
  globs: readonly string[],
  ids: readonly string[],
): Promise<LayerFacts> {
  const { files: found, findings: refused } = await readLayer(ports, globs);
  const broken = found.flatMap(brokenText);
  const named = found
    .filter(({ path, text }) => !broken.some(({ file }) => file === path) && isEntry(text))
    .map(({ path }) => ({ name: path, file: path }));
  const { documents, findings } = await readDocuments(ports, named);
  return joinLayers([
    { links: [], findings: [...refused, ...broken, ...findings] },
    ...documents.map((document) => linksOf(document, ids)),
  ]);
}

/** A file that is empty is told as such. */
function isEntry(text: string): boolean {
  return text.trim() === '' || ENTRY.test(text.slice(0, 20_000));
}

function linksOf(document: OpenApiDocument, ids: readonly string[]): LayerFacts {
  const nameOf = namesIn(document);
  return joinLayers(
    [...document.files].map(([file, part]) =>
      joinLayers(
        keysIn(part.value).map(({ holder, value }) => {
          const pointer = `${toPointer(holder)}/${KEY}`;
          const names = nameOf(file, holder);
          return layerOf(part, { pointer, value, names }, ids);
        }),
      ),
    ),
  );
}

function layerOf(
  part: LocatedDocument,
  {
    pointer,
    value,
    names,
  }: { readonly pointer: string; readonly value: unknown; readonly names: readonly string[] },
  ids: readonly string[],
): LayerFacts {
  const texts = Array.isArray(value)
    ? value.map((item: unknown, index) => ({ item, at: `${pointer}/${index}` }))
    : [{ item: value, at: pointer }];
  return joinLayers(
    texts.map(({ item, at }) => {
      const found = typeof item === 'string' ? namedIds(item, ids) : [];
      if (found.length === 0) return { links: [], findings: [noId(part, at)] };
      const position = part.positionOf(at);
      const links = found.flatMap(({ id, certainty }) =>
        names.map(
          (name): TraceLink => ({
            id,
            kind: 'operation',
            file: part.file,
            name,
            ...(position && { position }),
            certainty,
          }),
        ),
      );
      return { links, findings: [] };
    }),
  );
}

function noId(part: LocatedDocument, pointer: string): Finding {
  return findingAt(part, pointer, {
    id: 'trace/tag-without-id',
    severity: 'warning',
    message: `${KEY} names no requirement here`,
    fix: `write the id of the requirement, or a list of ids, in ${part.file}`,
  });
}

/** Every `x-req-id` below a value, with the keys that lead to what holds it. What several aliases of YAML lead to counts once. */
function keysIn(root: unknown): { readonly holder: readonly string[]; readonly value: unknown }[] {
  const found: { holder: readonly string[]; value: unknown }[] = [];
  const seen = new Set<unknown>();
  const waiting: { readonly value: unknown; readonly keys: readonly string[] }[] = [
    { value: root, keys: [] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, keys } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isRecord(value) && Object.hasOwn(value, KEY)) found.push({ holder: keys, value: value[KEY] });
    for (const [key, child] of Object.entries(value))
      if (key !== KEY) waiting.push({ value: child, keys: [...keys, key] });
  }
  return found;
}

/** What a place in a document belongs to: operations, the document (an empty name), or a component by its pointer. */
function namesIn({
  operations,
  root,
}: OpenApiDocument): (file: string, holder: readonly string[]) => readonly string[] {
  const byOperation = new Map<string, string>();
  const byPathItem = new Map<string, string[]>();
  for (const { id, method, path, place } of operations) {
    const name = id ?? `${method.toUpperCase()} ${path}`;
    byOperation.set(`${place.file}#${place.pointer}`, name);
    const item = `${place.file}#${place.pointer.replace(/(?:\/additionalOperations)?\/[^/]*$/, '')}`;
    byPathItem.set(item, [...(byPathItem.get(item) ?? []), name]);
  }
  return (file, holder) => {
    for (let length = holder.length; length > 0; length -= 1) {
      const place = `${file}#${toPointer(holder.slice(0, length))}`;
      const operation = byOperation.get(place);
      if (operation !== undefined) return [operation];
      const item = length === holder.length ? byPathItem.get(place) : undefined;
      if (item !== undefined) return item;
    }
    const pointer = toPointer(holder);
    return file === root.file && ['', '/info'].includes(pointer) ? [''] : [pointer.slice(1)];
  };
}
