import type { Position } from '@fixpoint/model';
import { positionOfOffset } from '@fixpoint/structured-text';

/** UTF-16 units of a file: some seconds of parsing. */
const LONGEST_FILE = 2 * 1024 * 1024;
const LONGEST_LINE = 10_000;
/** White space in a row, inside a line: the parser trims cells in quadratic time. */
const LONGEST_GAP = 500;

/** Something about a file that would take too long. */
export interface LimitProblem {
  readonly message: string;
  readonly position?: Position;
}

/** What keeps a text from being parsed in bounded time. */
export function textProblem(text: string): LimitProblem | undefined {
  if (text.length > LONGEST_FILE) return { message: `it is longer than ${LONGEST_FILE} characters` };
  const tooLong = new RegExp(`^.{${LONGEST_LINE + 1}}`, 'm').exec(text);
  if (tooLong)
    return {
      message: `a line is longer than ${LONGEST_LINE} characters`,
      position: positionOfOffset(text, tooLong.index),
    };
  const gap = new RegExp(`\\S[^\\S\\r\\n]{${LONGEST_GAP + 1}}`).exec(text);
  if (!gap) return undefined;
  return {
    message: `a line has more than ${LONGEST_GAP} blanks in a row`,
    position: positionOfOffset(text, gap.index),
  };
}
