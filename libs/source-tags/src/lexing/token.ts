/** A comment, or a part of a string between its holes; what lies between tokens is code. */
export interface Token {
  readonly kind: 'comment' | 'string';
  /** With its delimiters. */
  readonly start: number;
  readonly end: number;
  /** Without its delimiters; the same as the token for comments. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Where the whole literal begins; parts of one share it. */
  readonly literal: number;
}

/** A token from an offset to another one, with nothing around it. */
export function commentToken(start: number, end: number): Token {
  return { kind: 'comment', start, end, textStart: start, textEnd: end, literal: start };
}
