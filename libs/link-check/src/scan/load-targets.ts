import type { Ports } from '@fixpoint/model';
import { isLineAnchor, isMarkdown } from '../judge/judge-anchor';
import { readmeOf } from '../judge/judge-link';
import { parseTarget } from '../judge/parse-target';
import { absolutePath, placeOf } from '../judge/resolve-link';
import { isWithin, parentOf } from './paths';
import { readDocument, type ScannedDocument } from './read-document';
import type { Scan } from './scan-documents';

/** What links lead to, beyond the documents themselves. */
export interface LoadedTargets {
  /** All Markdown that was read, by absolute path. */
  readonly documents: ReadonlyMap<string, ScannedDocument>;
  /** Lines of files that lines are pointed at, by absolute path. */
  readonly lineCounts: ReadonlyMap<string, number>;
}

/** Larger files are not counted: their lines are taken for right. */
const MOST_COUNTED_BYTES = 16 * 1024 * 1024;

/** Looks into the directories that links lead to, and reads the files whose anchors or lines they name: everything once. */
export async function loadTargets(ports: Ports, { tree, documents: scanned }: Scan): Promise<LoadedTargets> {
  const documents = new Map(scanned.map((document) => [document.path, document]));
  const lineCounts = new Map<string, number>();
  const load = async (path: string, fragment: string): Promise<void> => {
    const file = await fileOf(tree, path);
    if (file === undefined) return;
    if (isMarkdown(file) && !documents.has(file)) {
      const read = await readDocument(ports, file);
      if (read !== undefined && 'linked' in read) documents.set(file, read);
    }
    if (!isLineAnchor(fragment) || lineCounts.has(file)) return;
    const text = documents.get(file)?.text;
    const count = text === undefined ? await countLines(ports, file) : text.split('\n').length;
    if (count !== undefined) lineCounts.set(file, count);
  };
  for (const { path: document, linked } of scanned) {
    for (const { kind, target: written } of linked.links) {
      const target = kind === 'undefined-reference' ? undefined : parseTarget(written);
      if (target?.kind !== 'file') continue;
      const path = target.path === '' ? document : absolutePath(tree, document, target.path);
      if (!isWithin(tree.workspace, path)) continue;
      await tree.open(parentOf(path));
      if (target.written.fragment) await load(path, target.written.fragment);
    }
  }
  return { documents, lineCounts };
}

/** The file whose anchors a link to a path means: of a directory its README. */
export async function fileOf(tree: Scan['tree'], path: string): Promise<string | undefined> {
  const { kind } = placeOf(tree, path);
  if (kind === 'file') return path;
  if (kind !== 'directory') return undefined;
  await tree.open(path);
  return readmeOf({ tree }, path);
}

async function countLines({ workspace }: Ports, path: string): Promise<number | undefined> {
  const bytes = await workspace.read(path, MOST_COUNTED_BYTES);
  if (!(bytes instanceof Uint8Array)) return undefined;
  // As in an editor: what follows the last line end is a line, be it empty.
  let count = 1;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
