/**
 * The bytes of every JSON artifact: two-space indent, one item per line, LF, one final newline, non-ASCII unescaped.
 * Key order is the insertion order of the record.
 *
 * @req FP-DET-008
 */
export function toJsonText(record: unknown): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
