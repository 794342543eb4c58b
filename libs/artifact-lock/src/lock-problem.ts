import type { Finding } from '@fixpoint/model';
import { positionOfPointer, toPointer } from '@fixpoint/structured-text';

/** A lock file as it lies there. */
export interface LockText {
  readonly text: string;
  readonly file: string;
}

/** Something wrong at a place of a lock file. */
export interface Problem {
  readonly id: string;
  readonly at: readonly (string | number)[];
  readonly message: string;
}

/** The finding of a problem, with its position. */
export function toFinding({ id, at, message }: Problem, { text, file }: LockText): Finding {
  const pointer = toPointer(at);
  return {
    id,
    severity: 'error',
    message: `${pointer || 'the document'}: ${message}`,
    file,
    path: pointer,
    position: positionOfPointer(text, pointer),
    fix: `correct ${file}, or remove the entry and pin it again with "fixpoint acquire --pin"`,
  };
}
