import type { components } from '@fixpoint/report-client';
import { fill } from './html';
import { page, table, type Column } from './page';

type Matrix = components['schemas']['SupportMatrix'];
type Row = components['schemas']['SupportRow'];

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'Tool', cell: ({ tool }) => fill`<a href="tools/${tool}.html">${tool}</a>` },
  { heading: 'Version', cell: ({ version }) => version },
  { heading: 'Target', cell: ({ target }) => fill`<code>${target}</code>` },
  { heading: 'Status', cell: ({ status }) => status },
  { heading: 'Manifest', cell: (row) => row.manifest_support },
  { heading: 'Wrapper', cell: (row) => row.wrapper_support },
  { heading: 'Overall', cell: (row) => row.overall_support },
  { heading: 'Validation', cell: ({ validation }) => validation },
  { heading: 'Promotion', cell: ({ promotion }) => promotion.replaceAll('_', ' ') },
  { heading: 'Missing', cell: ({ counts }) => counts?.missing ?? '–' },
  { heading: 'Waived', cell: ({ counts }) => counts?.intentionally_unsupported ?? '–' },
  { heading: 'Evidence', cell: ({ evidence }) => evidence.join('; ') },
];

/** The first page: the whole matrix, each row with a way to the history of its tool. */
export function matrixPage({ rows }: Matrix): string {
  return page({
    title: 'What is supported',
    intro: fill`<p>Every figure follows from committed files; the same as <a href="support-matrix.json">JSON</a>.</p>`,
    content: [table('Support by tool, version and target', COLUMNS, rows)],
  });
}
