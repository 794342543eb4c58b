import { fill, type Content, type Html } from './html';

/** What is different in each page. */
export interface PageParts {
  readonly title: string;
  /** Between the title and the tables. */
  readonly intro: Html;
  readonly content: readonly Html[];
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --line: #c8c8d0; --shade: #f3f3f6; --link: #0b4fae; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6ea; --paper: #17171a; --line: #4a4a52; --shade: #232328; --link: #8ab8ff; }
}
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 1rem 0 2rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
code { font-family: ui-monospace, monospace; white-space: nowrap; }
`;

/** A whole page as text. */
export function page({ title, intro, content }: PageParts): string {
  const { markup } = fill`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${intro}
${content}</main>
</body>
</html>
`;
  return markup;
}

/** One column: its heading, and what stands in it for a row. */
export interface Column<Row> {
  readonly heading: string;
  cell(row: Row): Content;
}

/** A table whose first column names its rows. It scrolls by itself where the screen is narrow, with the keyboard too. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  const headings = columns.map(({ heading }) => fill`<th scope="col">${heading}</th>`);
  return fill`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${headings}</tr></thead>
<tbody>
${rows.map((row) => rowOf(columns, row))}</tbody>
</table>
</div>
`;
}

function rowOf<Row>(columns: readonly Column<Row>[], row: Row): Html {
  return fill`<tr>${columns.map(({ cell }, index) => cellOf(cell(row), index === 0))}</tr>
`;
}

function cellOf(content: Content, isHeading: boolean): Html {
  if (isHeading) return fill`<th scope="row">${content}</th>`;
  return typeof content === 'number' ? fill`<td class="number">${content}</td>` : fill`<td>${content}</td>`;
}
