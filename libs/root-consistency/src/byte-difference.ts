import type { Finding } from '@fixpoint/model';
import { positionOfOffset } from '@fixpoint/structured-text';
import { fixCommand } from '@fixpoint/surface-formats';
import { problemOf } from './problem-at';

/** What a file of a root holds, and what it would hold if it were written again. */
export interface WrittenFile {
  readonly file: string;
  readonly text: string;
  readonly expected: string;
}

/** The finding for a file whose content is right and whose bytes are not; none where they are. */
export function byteDifference({ file, text, expected }: WrittenFile, root: string): Finding[] {
  if (expected === text) return [];
  const offset = firstDifference(expected, text);
  return [
    {
      ...problemOf(file, {
        id: 'not-canonical',
        message: `the bytes of ${file} are not those that its content is written with`,
        expected: lineAt(expected, offset),
        actual: lineAt(text, offset),
        fix: fixCommand('validate --fix', { root }),
      }),
      path: '',
      position: positionOfOffset(text, offset),
    },
  ];
}

function firstDifference(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let offset = 0; offset < length; offset += 1) if (a[offset] !== b[offset]) return offset;
  return length;
}

// Quoted, because what differs is often invisible (a carriage return, a missing line end); cut, because lines can be long.
function lineAt(text: string, offset: number): string {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = JSON.stringify(text.slice(start, end === -1 ? undefined : end + 1));
  return line.length <= 80 ? line : `${line.slice(0, 77)}...`;
}
