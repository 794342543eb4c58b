import type { Finding } from '@fixpoint/model';
import * as text from '@fixpoint/structured-text';

/** UTF-16 units of an OpenAPI document, a pact, a metrics contract. */
export const LARGEST_DOCUMENT = 20 * 1024 * 1024;

/** A file of a layer that is no text. */
export function notUtf8(file: string): Finding {
  const fix = `save ${file} as UTF-8, or exclude it by a glob that begins with "!"`;
  return text.notUtf8({ derivation: 'trace', file, fix });
}

/** A document that would take too long. */
export function tooLarge(file: string, size: number): Finding {
  const fix = `split ${file}, or exclude it by a glob that begins with "!"`;
  return text.tooLarge(
    { derivation: 'trace', file, fix },
    { size, most: LARGEST_DOCUMENT, unit: 'characters' },
  );
}
