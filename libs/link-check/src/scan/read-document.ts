import type { Ports } from '@fixpoint/model';
import { parseLinkedDocument, type LinkedDocument } from '@fixpoint/markdown-document';

/** A Markdown file that was read. */
export interface ScannedDocument {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly isUtf8: boolean;
  readonly linked: LinkedDocument;
}

/** Larger Markdown is not read; GitHub shows none of more than half a megabyte. */
export const MOST_BYTES = 8 * 1024 * 1024;

/** Reads a Markdown file and finds its links; the size of one that is too large, undefined for one that is absent. */
export async function readDocument(
  { workspace }: Ports,
  path: string,
  options: { readonly bareUrls?: boolean } = {},
): Promise<ScannedDocument | { readonly sizeBytes: number } | undefined> {
  const bytes = await workspace.read(path, MOST_BYTES);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const { text, isUtf8 } = decodeText(bytes);
  return { path, text, isUtf8, linked: parseLinkedDocument(text, options) };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeText(bytes: Uint8Array): { readonly text: string; readonly isUtf8: boolean } {
  try {
    return { text: strict.decode(bytes), isUtf8: true };
  } catch {
    return { text: lenient.decode(bytes), isUtf8: false };
  }
}
