import { markdownLines } from './markdown-lines';
import { readLists } from './read-lists';
import { readTables } from './read-tables';
import { toSpecMetric, type SpecMetric, type SpecProblem } from './spec-metric';

/** What a spec declares. */
export interface Spec {
  readonly file: string;
  /** In the order in which they stand. */
  readonly metrics: readonly SpecMetric[];
  readonly problems: readonly SpecProblem[];
}

/**
 * Reads the metrics that a Markdown text declares: in tables (columns for name, type, labels, unit) and in lists (`- name` with nested
 * `type:`, `labels:`, `unit:`). Code blocks and comments declare nothing.
 */
export function readSpec(file: string, markdown: string): Spec {
  const lines = markdownLines(markdown);
  const read = [...readTables(lines), ...readLists(lines)].map(toSpecMetric);
  const metrics = read.flatMap(({ metric }) => metric ?? []);
  return {
    file,
    metrics: metrics.sort((a, b) => a.position.line - b.position.line),
    problems: read.flatMap(({ problems }) => problems),
  };
}
