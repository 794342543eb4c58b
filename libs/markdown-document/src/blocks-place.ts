import type { CellPlace, ProseBlock } from './blocks';
import type { Token } from './parse-tokens';

/** An inline token with its surroundings. */
export interface PlacedBlock extends Pick<ProseBlock, 'kind' | 'heading' | 'items' | 'cell'> {
  readonly token: Token;
  /** Line of the source on which it begins, from 0. */
  readonly line: number;
  /** The column from which it is to be looked for; cells of a row share a line. */
  readonly from: (lines: readonly string[]) => number;
}

/** Where in a document one is. */
interface Surroundings {
  heading: number;
  readonly items: number[];
  nextItem: number;
  row: number;
  rowLine: number;
  column: number;
  isHeader: boolean;
  headers: string[];
  /** Contents of the cells of the row so far. */
  cells: string[];
  kind: ProseBlock['kind'];
}

/** The blocks of prose among tokens, with what surrounds them. */
export function blockPlaces(tokens: readonly Token[]): PlacedBlock[] {
  const here: Surroundings = {
    heading: -1,
    items: [],
    nextItem: 0,
    row: -1,
    rowLine: 0,
    column: -1,
    isHeader: false,
    headers: [],
    cells: [],
    kind: 'paragraph',
  };
  return tokens.flatMap((token) => {
    if (token.type === 'inline') return [place(token, here)];
    ENTER[token.type]?.(here, token);
    return [];
  });
}

const ENTER: Readonly<Record<string, (here: Surroundings, token: Token) => void>> = {
  heading_open: (here) => {
    here.heading += 1;
    here.kind = 'heading';
  },
  paragraph_open: (here) => void (here.kind = 'paragraph'),
  list_item_open: (here) => void here.items.push(here.nextItem++),
  list_item_close: (here) => void here.items.pop(),
  thead_open: (here) => {
    here.isHeader = true;
    here.headers = [];
  },
  thead_close: (here) => void (here.isHeader = false),
  tr_open: (here, { map }) => {
    here.row += 1;
    here.rowLine = map?.[0] ?? here.rowLine;
    here.column = -1;
    here.cells = [];
  },
  th_open: enterCell,
  td_open: enterCell,
};

function enterCell(here: Surroundings): void {
  here.kind = 'cell';
  here.column += 1;
}

function place(token: Token, here: Surroundings): PlacedBlock {
  const { kind, heading, row, column, isHeader } = here;
  const surroundings = { token, kind, heading, items: [...here.items] };
  if (kind !== 'cell') return { ...surroundings, line: token.map?.[0] ?? 0, from: () => 0 };
  if (isHeader) here.headers[column] = token.content;
  // One list for the whole row: a copy for each cell would be quadratic.
  const { cells } = here;
  cells.push(token.content);
  const line = here.rowLine;
  const cell: CellPlace = { row, column, isHeader, header: here.headers[column] ?? '' };
  return { ...surroundings, cell, line, from: (lines) => behind(lines[line] ?? '', cells, column) };
}

/** The column behind the first cells of a row. */
function behind(line: string, cells: readonly string[], count: number): number {
  let from = 0;
  for (const content of cells.slice(0, count)) {
    const found = line.indexOf(content, from);
    const bar = found === -1 ? -1 : line.indexOf('|', found + content.length);
    if (bar !== -1) from = bar;
  }
  return from;
}
