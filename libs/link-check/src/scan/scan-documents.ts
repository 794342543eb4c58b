import type { Ports } from '@fixpoint/model';
import { findDocuments } from './find-documents';
import { readDocument, type ScannedDocument } from './read-document';
import { openWorkspace, type WorkspaceTree } from './workspace-tree';

/** The documents that globs find, read. */
export interface Scan {
  /** Absolute root, with `/`. */
  readonly root: string;
  readonly tree: WorkspaceTree;
  /** Sorted by path. */
  readonly documents: readonly ScannedDocument[];
  readonly tooLarge: readonly { readonly path: string; readonly sizeBytes: number }[];
}

/** Finds and reads the documents of a root. */
export async function scanDocuments(
  ports: Ports,
  globs: readonly string[],
  options: { readonly bareUrls?: boolean } = {},
): Promise<Scan> {
  const root = ports.files.root.replaceAll('\\', '/');
  const tree = await openWorkspace(ports);
  const documents: ScannedDocument[] = [];
  const tooLarge: { path: string; sizeBytes: number }[] = [];
  for (const path of await findDocuments(tree, root, globs)) {
    const read = await readDocument(ports, path, options);
    if (read === undefined) continue;
    if ('sizeBytes' in read) tooLarge.push({ path, sizeBytes: read.sizeBytes });
    else documents.push(read);
  }
  return { root, tree, documents, tooLarge };
}
