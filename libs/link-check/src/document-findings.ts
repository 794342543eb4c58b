import type { Finding } from '@fixpoint/model';
import * as text from '@fixpoint/structured-text';
import { relativeTo } from './scan/paths';
import { MOST_BYTES, type ScannedDocument } from './scan/read-document';

/** What is said of documents that could not be read as they are. */
export function documentFindings(
  derivation: string,
  {
    root,
    documents,
    tooLarge,
  }: {
    readonly root: string;
    readonly documents: readonly ScannedDocument[];
    readonly tooLarge: readonly { readonly path: string; readonly sizeBytes: number }[];
  },
): Finding[] {
  return [
    ...documents
      .filter(({ isUtf8 }) => !isUtf8)
      .map(({ path }) => notUtf8(derivation, relativeTo(root, path))),
    ...tooLarge.map(({ path, sizeBytes }) => {
      const file = relativeTo(root, path);
      const fix = `split ${file}, or leave it out in "links.files"`;
      return text.tooLarge({ derivation, file, fix }, { size: sizeBytes, most: MOST_BYTES, unit: 'bytes' });
    }),
  ];
}

function notUtf8(derivation: string, file: string): Finding {
  const position = { line: 1, column: 1 };
  return text.notUtf8({ derivation, file, position, fix: `save ${file} as UTF-8` });
}

/** Globs that find nothing: a check that reads nothing must not pass. */
export function noFiles(derivation: string, globs: readonly string[], root: string): Finding {
  return {
    id: `${derivation}/no-files`,
    severity: 'error',
    message: `no Markdown is there: ${globs.join(', ')} find${globs.length === 1 ? 's' : ''} nothing that git keeps`,
    file: '.',
    path: '/links/files',
    actual: globs.join(', '),
    fix: `correct "links.files" of ${root}, or switch the check off`,
  };
}
