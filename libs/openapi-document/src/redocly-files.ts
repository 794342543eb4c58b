import type { OpenApiDocument } from './openapi-document';
import type { RedoclyCore, RedoclyDocument, RedoclyResolver } from './redocly';
import { splitReference } from './references';

/** A document as Redocly sees it. */
export interface RedoclyFiles {
  readonly entry: RedoclyDocument;
  /** Gives the files at hand and nothing else; it reads neither disk nor network. */
  readonly resolver: RedoclyResolver;
  /** The file of the document that a source of Redocly's stands for. */
  fileOf(absoluteRef: string): string;
}

/**
 * Hands the files of a document to Redocly as they were parsed here. Each goes by a number instead of its name: the library
 * guesses formats by endings and resolves names against the working directory.
 */
export function redoclyFiles(
  redocly: RedoclyCore,
  document: OpenApiDocument,
  values: ReadonlyMap<string, unknown> = valuesOf(document),
): RedoclyFiles {
  // `values` are handed over as they are: bundling changes them.
  const names = [...document.files.keys()];
  const idOf = (file: string): string => `/${names.indexOf(file)}.yaml`;
  const fileOf = (id: string): string =>
    names[Number(/^\/(\d+)\.yaml$/.exec(id)?.[1] ?? -1)] ?? document.file;
  const documents = new Map<string, RedoclyDocument>(
    names.map((file) => [
      idOf(file),
      { source: new redocly.Source(idOf(file), ''), parsed: values.get(file) },
    ]),
  );
  const resolver = new redocly.BaseResolver();
  resolver.resolveExternalRef = (base, reference) => {
    const target = splitReference(reference, base === null ? document.file : fileOf(base));
    return target !== undefined && document.files.has(target.file) ? idOf(target.file) : reference;
  };
  resolver.resolveDocument = async (base, reference) => {
    const found = documents.get(reference) ?? documents.get(resolver.resolveExternalRef(base, reference));
    if (found !== undefined) return found;
    throw new redocly.ResolveError(new Error(`${reference} is not at hand`));
  };
  return { entry: documents.get(idOf(document.file)) as RedoclyDocument, resolver, fileOf };
}

function valuesOf({ files }: OpenApiDocument): Map<string, unknown> {
  return new Map([...files].map(([file, { value }]) => [file, value]));
}
