import type { FeatureRow } from '@fixpoint/surface-formats';

const SWITCH = /^(?:true|false)$/i;
const COLUMN_GAP = / ?\t\s*| {2,}\s*/;

/**
 * Reads a list of feature switches: one a line, name, stage and `true` or `false`, in columns parted by a tab or at least two
 * blanks; a stage may be several words (`under development`). Lines whose last word is not a switch (headings, remarks) are
 * no rows. Rows keep their order.
 */
export function parseFeatureList(text: string): FeatureRow[] {
  return text.split(/\r?\n/).flatMap((line) => readRow(line.trim()) ?? []);
}

function readRow(line: string): FeatureRow | undefined {
  const columns = line.split(COLUMN_GAP);
  const [name, stage, effective, ...more] = columns.length >= 3 ? columns : narrowColumns(line);
  if (name === undefined || stage === undefined || stage === '' || effective === undefined) return undefined;
  if (more.length > 0 || /\s/.test(name) || !SWITCH.test(effective)) return undefined;
  return { effective: effective.toLowerCase() === 'true', name, stage };
}

// Where a long name leaves one blank between the columns, the outer words are name and switch.
function narrowColumns(line: string): string[] {
  const words = line.split(/\s+/);
  return [words[0] as string, words.slice(1, -1).join(' '), words.at(-1) as string];
}
