import { readNamedFile, type Ports } from '@fixpoint/model';
import { parseLocated } from '@fixpoint/structured-text';
import { mappedFiles, referencesIn, splitReference } from './references';

/** The texts of a document: its entry file and every file that is reached from it. Paths are relative to the root. */
export interface DocumentSources {
  readonly entry: string;
  /** Files that are named but absent are not in here. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads an entry file and, one after another, the files that references lead to. Nothing is fetched: references to URLs are left alone. */
export function collectSources(ports: Ports, entry: string): Promise<DocumentSources> {
  return readSources((file) => readNamedFile(ports, file), entry);
}

/** As `collectSources`, with another way to read: as a file was in a commit, or in a directory of old versions. */
export async function readSources(
  read: (file: string) => Promise<string | undefined>,
  entry: string,
): Promise<DocumentSources> {
  const texts = new Map<string, string>();
  const seen = new Set([entry]);
  for (const file of seen) {
    const text = await read(file);
    if (text === undefined) continue;
    texts.set(file, text);
    const parsed = parseLocated(file, text, 'openapi');
    if (!parsed.ok) continue;
    const { value } = parsed.value;
    const references = referencesIn(value).map(({ reference }) => reference);
    for (const reference of [...references, ...mappedFiles(value)]) {
      const target = splitReference(reference, file);
      if (target !== undefined) seen.add(target.file);
    }
  }
  return { entry, texts };
}
