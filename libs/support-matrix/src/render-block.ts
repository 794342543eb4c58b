import { escapeMarkdown, table } from '@fixpoint/structured-text';
import type { SupportRow } from '@fixpoint/surface-formats';

const COLUMNS = ['version', 'target', 'status', 'manifest', 'wrapper', 'overall', 'promoted', 'evidence'];
const PROMOTED: Readonly<Record<SupportRow['promotion'], string>> = {
  none: '–',
  latest_supported: 'supported',
  latest_validated: 'validated',
  latest_supported_and_validated: 'supported, validated',
};

/** The lines of the block: a heading and a table for each tool. */
export function renderBlock(rows: readonly SupportRow[]): string {
  const tools = [...new Set(rows.map(({ tool }) => tool))];
  return tools
    .map((tool) => {
      const own = rows.filter((row) => row.tool === tool).map(toCells);
      return `### ${escapeMarkdown(tool)}\n\n${table(COLUMNS, own)}`;
    })
    .join('\n\n');
}

function toCells(row: SupportRow): string[] {
  return [
    escapeMarkdown(row.version),
    escapeMarkdown(row.target),
    escapeMarkdown(row.status),
    row.manifest_support,
    row.wrapper_support,
    row.overall_support,
    PROMOTED[row.promotion],
    row.evidence.join(', ') || '–',
  ];
}
