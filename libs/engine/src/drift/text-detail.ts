import type { DriftDetail } from './drift-finding';

const LINE_LIMIT = 200;

/** Names the first line in which two texts differ. */
export function textDetail(committed: string, expected: string): DriftDetail {
  const before = committed.replace(/\n$/, '').split('\n');
  const after = expected.replace(/\n$/, '').split('\n');
  const index = before.findIndex((line, at) => line !== after[at]);
  if (index === -1) {
    const message = `ends after line ${before.length}, the inputs give ${after.length} lines`;
    return { message, position: { line: before.length, column: 1 }, expected: clip(after[before.length]) };
  }
  const actual = before[index] as string;
  const wanted = after[index];
  const position = { line: index + 1, column: differenceColumn(actual, wanted ?? '') };
  if (wanted === undefined) {
    const message = `goes on after line ${index}, where the inputs end`;
    return { message, position, actual: clip(actual) };
  }
  const message = `line ${index + 1} is the first that differs from what the inputs give`;
  return { message, position, expected: clip(wanted), actual: clip(actual) };
}

function differenceColumn(actual: string, expected: string): number {
  let index = 0;
  while (index < actual.length && actual[index] === expected[index]) index++;
  return index + 1;
}

function clip(line = ''): string {
  return line.length <= LINE_LIMIT ? line : `${line.slice(0, LINE_LIMIT)}…`;
}
