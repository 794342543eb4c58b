import { REFERENCE_TOOL_ROWS, referenceTool, type ReferenceTool } from '@fixpoint/cli-surface';

/** The tool of a case as rules version 1 read it. */
export function referenceToolOf(name: string): ReferenceTool {
  const row = REFERENCE_TOOL_ROWS.get(name);
  if (row === undefined) throw new Error(`rules version 1 has no row for the tool ${name}`);
  return referenceTool(row);
}
