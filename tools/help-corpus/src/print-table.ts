import { type Count, type Measurement, type PageError, precision, recall, sum } from './measurement';

/** The table of measurements as text: one line per tool under its grammar, and the sum of those with a truth. */
export function printTable(measurements: readonly Measurement[]): string {
  const grammars = [...new Set(measurements.map(({ grammar }) => grammar))].sort();
  const rows = grammars.flatMap((grammar) => {
    const own = measurements.filter((measurement) => measurement.grammar === grammar);
    return [...own.map(toolRow), sumRow(grammar, own)];
  });
  const header = [
    'tool',
    'grade',
    'framework',
    'pages',
    'flags R / P (found -missed +wrong)',
    'commands',
    'dialects',
  ];
  return alignColumns([header, ...rows]);
}

/** Every error of the measurements, one to a line: `-` was not read, `+` was read and is not true. */
export function printErrors(measurements: readonly Measurement[]): string {
  return measurements
    .flatMap(({ tool, errors }) => errors.map((error) => `${errorKey(tool, error)}\n`))
    .join('');
}

/** One error as one line. */
export function errorKey(tool: string, { kind, unit, path, name }: PageError): string {
  return `${kind === 'missed' ? '-' : '+'} ${[tool, path].filter((part) => part !== '').join(' ')}: ${unit} ${name}`;
}

function toolRow(measurement: Measurement): string[] {
  const { tool, grade, framework, pages, refused, compared, flags, commands, dialects, read } = measurement;
  return [
    tool,
    grade ?? '-',
    framework,
    `${compared}/${pages}${refused > 0 ? ` (${refused} refused)` : ''}`,
    flags === undefined ? `${read.flags} read` : cell(flags),
    commands === undefined ? `${read.commands} read` : cell(commands),
    Object.entries(dialects)
      .map(([dialect, count]) => `${dialect} ${count}`)
      .join(', '),
  ];
}

function sumRow(grammar: string, own: readonly Measurement[]): string[] {
  const graded = own.filter(({ grade }) => grade !== null);
  const pages = graded.reduce((all, { compared }) => all + compared, 0);
  return [
    `= ${grammar}`,
    '',
    '',
    String(pages),
    cell(sum(graded.map(({ flags }) => flags))),
    cell(sum(graded.map(({ commands }) => commands))),
    '',
  ];
}

function cell(count: Count): string {
  const { found, wrong, missed } = count;
  if (found + wrong + missed === 0) return '-';
  return `${recall(count).toFixed(4)} / ${precision(count).toFixed(4)} (${found} -${missed} +${wrong})`;
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((text, column) => text.padEnd(widths[column] as number))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
