import type { Finding } from '@fixpoint/model';

/** UTF-16 units of an OpenAPI document, a pact, a metrics contract. */
export const LARGEST_DOCUMENT = 20 * 1024 * 1024;

/** A file of a layer that is no text. */
export function notUtf8(file: string): Finding {
  return {
    id: 'trace/not-utf8',
    severity: 'error',
    message: `${file} is not UTF-8 text`,
    file,
    fix: `save ${file} as UTF-8, or exclude it by a glob that begins with "!"`,
  };
}

/** A document that would take too long. */
export function tooLarge(file: string): Finding {
  return {
    id: 'trace/too-large',
    severity: 'error',
    message: `${file} has more than ${LARGEST_DOCUMENT} characters and is not read`,
    file,
    fix: `split ${file}, or exclude it by a glob that begins with "!"`,
  };
}
