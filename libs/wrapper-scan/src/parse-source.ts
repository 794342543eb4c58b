import type { Finding, Position } from '@fixpoint/model';
import { parseScript, type ParsedScript } from '@fixpoint/script-syntax';
import type { FileNode } from './syntax';

/** One source file as it was handed in. */
export interface SourceText {
  /** Path as it is to stand in places and findings. */
  readonly path: string;
  readonly text: string;
}

/** A file that could be read, with what is needed to turn offsets into positions. */
export interface SourceFile extends SourceText {
  readonly ast: FileNode;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** Whether a file holds code: TypeScript or JavaScript by its extension, and not only declarations. */
export function isSourcePath(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path) && !/\.d\.[cm]?ts$/.test(path);
}

/** Parses one file, or says where it could not be read. */
export function parseSource({ path, text }: SourceText): SourceFile | Finding {
  const parsed = parseScript(path, text);
  return 'problem' in parsed
    ? unparsable(path, parsed)
    : { path, text, ast: parsed.file, lineStarts: lineStartsOf(text) };
}

function unparsable(
  path: string,
  { problem, position }: Extract<ParsedScript, { problem: string }>,
): Finding {
  return {
    id: 'evidence/unparsable-source',
    severity: 'error',
    message: `The wrapper's source cannot be parsed: ${problem}`,
    file: path,
    ...(position && { position }),
    fix: `Correct the syntax of ${path}, or leave the file out of the evidence files in RULES.json`,
  };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The 1-based line and column of an offset. */
export function positionAt(file: SourceFile, offset: number): Position {
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (file.lineStarts[low] as number) + 1 };
}
