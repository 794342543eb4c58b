import { failure, success, type Finding, type Position, type Result } from '@fixpoint/model';

/** The comment lines between which the block stands. */
export const BLOCK_START = '<!-- fixpoint:support-matrix:start -->';
export const BLOCK_END = '<!-- fixpoint:support-matrix:end -->';

/**
 * The page with `block` between its two marker lines; everything else stays as it is, line ends included. A page without
 * them, or with several, is not repaired: where the block belongs is for its author to say.
 *
 * @req FP-MATRIX-001, FP-MATRIX-002
 */
export function replaceBlock(page: string | undefined, file: string, block: string): Result<string> {
  if (page === undefined) return failure(noPage(file));
  const lines = page.split('\n');
  const starts = linesOf(lines, BLOCK_START);
  const ends = linesOf(lines, BLOCK_END);
  const problems = [...countProblems(starts, BLOCK_START, file), ...countProblems(ends, BLOCK_END, file)];
  if (problems.length > 0) return failure(...problems);
  const [start, end] = [starts[0] as number, ends[0] as number];
  if (end < start) return failure(reversed(file, end));
  const lineEnd = (lines[start] as string).endsWith('\r') ? '\r' : '';
  const inner = ['', ...block.split('\n'), ''].map((line) => `${line}${lineEnd}`);
  return success([...lines.slice(0, start + 1), ...inner, ...lines.slice(end)].join('\n'));
}

function linesOf(lines: readonly string[], marker: string): number[] {
  return lines.flatMap((line, index) => (line.trim() === marker ? [index] : []));
}

function countProblems(found: readonly number[], marker: string, file: string): Finding[] {
  if (found.length === 0) return [missing(file, marker)];
  return found.slice(1).map((line) => repeated(file, marker, line));
}

const BOTH = `"${BLOCK_START}" and "${BLOCK_END}"`;

function noPage(file: string): Finding {
  return {
    id: 'support-matrix/page-missing',
    severity: 'error',
    message: `${file} does not exist, and where the matrix belongs in it only its author can say`,
    file,
    fix: `create ${file} with the two lines ${BOTH}, or name another page in SUPPORT.json`,
  };
}

function missing(file: string, marker: string): Finding {
  return {
    id: 'support-matrix/marker-missing',
    severity: 'error',
    message: `${file} has no line ${marker}`,
    file,
    expected: marker,
    fix: `put the two lines ${BOTH} into ${file} where the matrix belongs`,
  };
}

function repeated(file: string, marker: string, line: number): Finding {
  return {
    id: 'support-matrix/marker-repeated',
    severity: 'error',
    message: `${marker} stands in ${file} more than once`,
    file,
    position: at(line),
    fix: `remove line ${line + 1} of ${file}`,
  };
}

function reversed(file: string, line: number): Finding {
  return {
    id: 'support-matrix/markers-reversed',
    severity: 'error',
    message: `the block of ${file} ends before it starts`,
    file,
    position: at(line),
    fix: `exchange the two lines ${BOTH} in ${file}`,
  };
}

function at(line: number): Position {
  return { line: line + 1, column: 1 };
}
