import { type ClickRow, readCommandCell, readOptionCell } from './click-row';
import { cutColumns, type Panel } from './panels';

/** What each column of a panel holds. */
interface Columns {
  readonly mark: number;
  readonly keys: readonly number[];
  readonly metavar: number;
  readonly help: number;
}

interface Draft {
  isMarked: boolean;
  readonly keys: string[];
  readonly metavar: string[];
  readonly help: string[];
}

const NONE = -1;
const ARGUMENTS = /\b(?:arguments?|args|positionals?)$/i;
const METAVAR = /^(?:[A-Z][A-Z0-9_.:|-]*(?: RANGE)?(?: ?\[.*)?(?:\.\.\.)?|[<[{(].*)$/;
const REMARK = /^[[(](?:default|env var|required|deprecated)\b/i;
const MARKS = /^[*!]$/;
const UNFINISHED = /[,/]$/;

/** Reads a panel of options, arguments or commands; prose in a box gives no row. */
export function readPanel({ title, lines }: Panel): ClickRow[] {
  const cells = cutColumns(lines);
  const columns = findColumns(cells);
  const isOptions = columns.keys.some((key) => firstOf(cells, key).startsWith('-'));
  const drafts = toDrafts(cells, columns);
  const isArguments = ARGUMENTS.test(title) || (columns.mark >= 0 && !isOptions);
  return drafts.flatMap((draft) => toRow(draft, isOptions ? 'option' : isArguments ? 'argument' : 'command'));
}

function findColumns(cells: readonly (readonly string[])[]): Columns {
  const count = cells[0]?.length ?? 0;
  const all = Array.from({ length: count }, (_, index) => index);
  const mark = isMarkColumn(cells, 0) ? 0 : NONE;
  const first = mark + 1;
  const options = all.filter((index) => index >= first && firstOf(cells, index).startsWith('-'));
  const keys = options.length > 0 ? options : [first];
  const rest = all.filter((index) => index > Math.max(...keys));
  const metavar = rest.length > 0 && isMetavarColumn(cells, rest) ? (rest[0] as number) : NONE;
  const help = rest.find((index) => index !== metavar) ?? NONE;
  return { mark, keys, metavar, help };
}

function isMarkColumn(cells: readonly (readonly string[])[], index: number): boolean {
  const filled = cells.map((row) => row[index] ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => MARKS.test(cell));
}

// Beside a column of descriptions any single words are values; a column alone must look like values.
function isMetavarColumn(cells: readonly (readonly string[])[], rest: readonly number[]): boolean {
  const first = cells.filter((row) => row.slice(0, rest[0]).some((cell) => cell !== ''));
  const values = first.map((row) => row[rest[0] as number] ?? '').filter((cell) => cell !== '');
  const isWord = (cell: string): boolean => rest.length > 1 && !cell.includes(' ');
  return (
    values.length > 0 && values.every((cell) => (METAVAR.test(cell) && !REMARK.test(cell)) || isWord(cell))
  );
}

function firstOf(cells: readonly (readonly string[])[], index: number): string {
  return cells.find((row) => (row[index] ?? '') !== '')?.[index] ?? '';
}

// A line begins a row when it has a key; a key cell that ends in a comma or slash goes on below.
function toDrafts(cells: readonly (readonly string[])[], columns: Columns): Draft[] {
  const drafts: Draft[] = [];
  for (const row of cells) {
    const keys = columns.keys.map((index) => row[index] ?? '').filter((cell) => cell !== '');
    const current = drafts.at(-1);
    if (keys.length > 0 && !(current !== undefined && UNFINISHED.test(current.keys.at(-1) ?? '')))
      drafts.push({ isMarked: false, keys, metavar: [], help: [] });
    else current?.keys.push(...keys);
    const draft = drafts.at(-1);
    if (draft !== undefined) fill(draft, row, columns);
  }
  return drafts;
}

function fill(draft: Draft, row: readonly string[], { mark, metavar, help }: Columns): void {
  draft.isMarked ||= mark >= 0 && (row[mark] ?? '') !== '';
  if (metavar >= 0) draft.metavar.push(row[metavar] ?? '');
  if (help >= 0)
    draft.help.push(
      row
        .slice(help)
        .filter((cell) => cell !== '')
        .join(' '),
    );
}

function toRow(draft: Draft, kind: ClickRow['kind']): ClickRow[] {
  const description = draft.help.join('\n').trim();
  const { isMarked } = draft;
  if (kind === 'command') {
    const names = readCommandCell(draft.keys.join(' '));
    return names === undefined ? [] : [{ kind, names, description }];
  }
  const metavar = joinMetavar(draft.metavar.filter((part) => part !== ''));
  if (kind === 'argument') {
    const name = draft.keys.join('');
    return [{ kind, name, metavar, isMarked, description }];
  }
  const options = draft.keys
    .flatMap((key) => key.split(/[,/](?=-)|[,/]$/))
    .flatMap((key) => readOptionCell(key) ?? []);
  const names = options.flatMap((option) => option.names);
  const own = options.find((option) => option.metavar !== '')?.metavar ?? '';
  return names.length === 0 ? [] : [{ kind, names, metavar: metavar || own, isMarked, description }];
}

// Choices are broken anywhere, also inside a word; other values between words.
function joinMetavar(parts: readonly string[]): string {
  const isChoice = parts.some((part) => part.includes('|'));
  return parts.join(isChoice ? '' : ' ').replace(/\.[ .]*$/, '...');
}
