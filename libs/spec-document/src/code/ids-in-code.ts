import type { CodeBlock } from '@fixpoint/markdown-document';
import type { Position } from '@fixpoint/model';
import { scanIds } from '../ids/scan-ids';

/** An id in brackets that stands in code, where it defines nothing. */
export interface IdInCode {
  readonly id: string;
  readonly position: Position;
  readonly block: CodeBlock;
}

/** Ids in brackets in code and HTML. What is commented out is left out on purpose. */
export function idsInCode(code: readonly CodeBlock[], text: string, patterns: readonly string[]): IdInCode[] {
  const lines = text.split(/\r\n|\n|\r/);
  return code.flatMap((block) => {
    if (block.kind === 'html' && block.text.trimStart().startsWith('<!--')) return [];
    return block.text.split('\n').flatMap((content, index) => {
      const line = block.textLine + index;
      const column = Math.max(0, (lines[line - 1] ?? '').indexOf(content));
      return scanIds(content, patterns)
        .filter(({ offset, length }) => isBracketed(content, offset, offset + length))
        .map(({ id, offset }) => ({ id, block, position: { line, column: column + offset + 1 } }));
    });
  });
}

function isBracketed(text: string, start: number, end: number): boolean {
  return text.charAt(start - 1) === '[' && text.charAt(end) === ']';
}
