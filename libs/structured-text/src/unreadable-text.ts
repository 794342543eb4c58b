import type { Finding, Position } from '@fixpoint/model';

/** A file that is not read, and what to do about it. */
export interface UnreadableText {
  /** What the id of the finding begins with. */
  readonly derivation: string;
  readonly file: string;
  readonly position?: Position;
  readonly fix: string;
}

/** The size of a file, and the largest that is read. */
export interface TextSize {
  readonly size: number;
  readonly most: number;
  readonly unit: 'bytes' | 'characters';
}

/** A finding for a file that is no text. */
export function notUtf8({ derivation, file, position, fix }: UnreadableText): Finding {
  const message = `${file} is not UTF-8 text`;
  return {
    id: `${derivation}/not-utf8`,
    severity: 'error',
    message,
    file,
    ...(position && { position }),
    fix,
  };
}

/** A finding for a file that would take too long. */
export function tooLarge({ derivation, file, fix }: UnreadableText, { size, most, unit }: TextSize): Finding {
  return {
    id: `${derivation}/too-large`,
    severity: 'error',
    message: `${file} has ${size} ${unit} and is not read: ${most} are the most`,
    file,
    expected: `at most ${most} ${unit}`,
    actual: `${size} ${unit}`,
    fix,
  };
}
