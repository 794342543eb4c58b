import { readReadable, type Finding, type FoundFile, type Ports, type RefusedFile } from '@fixpoint/model';
import { joinLayers, type LayerFacts } from '../trace-link';
import { LARGEST_DOCUMENT, notUtf8, tooLarge } from './unreadable';

/** The files of a layer that can be read, and a finding for each that is refused. */
export interface ReadLayer {
  readonly files: readonly FoundFile[];
  readonly findings: readonly Finding[];
}

/** Reads what some globs match, as far as it can be read. */
export async function readLayer(ports: Ports, globs: readonly string[]): Promise<ReadLayer> {
  const { files, refused } = await readReadable(ports, globs);
  return { files, findings: refused.map(unreadable) };
}

/** Reads a layer of documents, each by itself; one that is no text, or that is too large, is not looked at. */
export async function readDocumentLayer(
  ports: Ports,
  globs: readonly string[],
  layerOf: (file: FoundFile) => LayerFacts,
): Promise<LayerFacts> {
  const { files, findings } = await readLayer(ports, globs);
  const layers = files.map((file) => {
    const broken = brokenText(file);
    return broken.length > 0 ? { links: [], findings: broken } : layerOf(file);
  });
  return joinLayers([{ links: [], findings }, ...layers]);
}

/** Why a file is no document to be looked at. */
export function brokenText({ path, text, isUtf8 }: FoundFile): Finding[] {
  if (!isUtf8) return [notUtf8(path)];
  return text.length > LARGEST_DOCUMENT ? [tooLarge(path, text.length)] : [];
}

function unreadable({ file, message, fix }: RefusedFile): Finding {
  return {
    id: 'trace/unreadable',
    severity: 'error',
    message,
    file,
    fix: fix ?? `make ${file} a readable file, or exclude it by a glob that begins with "!"`,
  };
}
