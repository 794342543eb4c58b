import type { Finding, RefusedFile } from '@fixpoint/model';

/** A finding for a spec that cannot be read. */
export function unreadableFinding({ file, message, fix }: RefusedFile): Finding {
  return {
    id: 'spec-extract/unreadable',
    severity: 'error',
    message,
    file,
    fix: fix ?? `make ${file} a readable file, or take it out of "specs.files"`,
  };
}
