import {
  bearsOut,
  type Count,
  countDeclared,
  explain,
  type ExplainedError,
  isSetAside,
  type Measurement,
  precision,
  readExplanations,
  readMeasurements,
  recall,
  sum,
} from '@fixpoint/help-corpus';
import { DIALECT_IDS } from '@fixpoint/help-parser';
import { helpErrorsTable } from './help-errors-table';
import { table } from './markdown';

const INTRODUCTION = `# Help dialects

How well help pages of real programs are read, measured against the surface of the same build as another source knows it
(\`tools/help-corpus\`). Recall is what was read of what the page shows and the source knows; precision is what the source
confirms of what was read. Grades of the source: A, a parser's own objects or tables; B, completion output; C, partial.

Neither a source nor a page is without faults, so that the figures to the letter measure them as well. *As declared* are the
figures without the errors that are set aside, which are two kinds only:

- wrong to the source, though the page declares the name: a row of a table begins with it, or the usage names it;
- missed, though the page declares it nowhere: the name stands in a sentence or an example, and no line begins with it.

Both are found by a search of the page that knows nothing of the parser (\`tools/help-corpus/src/place.ts\`), and each error is explained below;
one that is explained otherwise, or is in another place, counts. *Set aside* is how many names that are, wrong and missed.

*Pages detected* counts by the framework that the corpus names. A tool may answer with a page of another kind: nala and cargo print manual
pages, and pnpm, a custom framework to the corpus, prints those of clap.`;

interface Explained {
  readonly measurement: Measurement;
  readonly errors: readonly ExplainedError[];
}

/**
 * The page of the measured dialects, made from the committed measurement.
 *
 * @throws Error when an error has no explanation, or one that the page does not bear out.
 */
export function helpDialectsPage(): string {
  const explanations = readExplanations();
  const all = readMeasurements().map((measurement) => ({
    measurement,
    errors: explain(measurement, explanations.get(measurement.tool)),
  }));
  all.forEach(assertExplained);
  return [
    INTRODUCTION,
    `## Dialects\n\n${dialectTable(all)}`,
    `## Tools\n\n${toolTable(all.map(({ measurement }) => measurement))}`,
    `## Errors\n\n${helpErrorsTable(all.map(({ measurement, errors }) => ({ tool: measurement.tool, errors })))}`,
  ].join('\n\n');
}

function assertExplained({ measurement, errors }: Explained): void {
  const open = errors.find(
    ({ error, explanation }) => explanation === undefined || !bearsOut(explanation.cause, error),
  );
  if (open === undefined) return;
  const { kind, unit, path, name, place } = open.error;
  const claim =
    open.explanation === undefined ? 'has no explanation' : `is no error of the ${open.explanation.cause}`;
  throw new Error(
    `tools/help-corpus/explanations/${measurement.tool}.json: ${kind} ${unit} ${name} of "${path}", which stands in a ${place}, ${claim}`,
  );
}

function dialectTable(all: readonly Explained[]): string {
  const rows = DIALECT_IDS.map((id) => {
    const own = all.filter(({ measurement }) => measurement.grammar === id);
    const graded = own.filter(({ measurement }) => measurement.compared > 0);
    return [
      `\`${id}\``,
      String(own.length),
      String(graded.reduce((pages, { measurement }) => pages + measurement.compared, 0)),
      ...ratios(sum(graded.map(({ measurement }) => measurement.flags))),
      ...ratios(sum(graded.map(({ measurement }) => measurement.commands))),
      ...shares(declared(graded, 'flag')),
      ...shares(declared(graded, 'command')),
      setAside(graded),
      detected(
        own.map(({ measurement }) => measurement),
        id,
      ),
    ];
  });
  return table(
    [
      'dialect',
      'tools',
      'pages compared',
      ...RATIOS,
      ...RATIOS.map((ratio) => ratio.replace(':', ' as declared:')),
      'set aside',
      'pages detected',
    ],
    rows,
  );
}

const RATIOS = ['flags: recall', 'flags: precision', 'commands: recall', 'commands: precision'];

function declared(own: readonly Explained[], unit: 'flag' | 'command'): Count {
  return sum(
    own.map(({ measurement, errors }) => {
      const count = unit === 'flag' ? measurement.flags : measurement.commands;
      return count && countDeclared(count, unit, errors);
    }),
  );
}

function setAside(own: readonly Explained[]): string {
  const aside = own.flatMap(({ errors }) => errors.filter(isSetAside));
  if (aside.length === 0) return '–';
  const wrong = aside.filter(({ error }) => error.kind === 'wrong').length;
  return `${wrong} + ${aside.length - wrong}`;
}

function detected(own: readonly Measurement[], id: string): string {
  const pages = own.reduce((all, { dialects }) => all + total(Object.values(dialects)), 0);
  return pages === 0 ? '–' : `${total(own.map(({ dialects }) => dialects[id] ?? 0))} of ${pages}`;
}

function toolTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { tool, recorded, framework, grade, pages, refused, compared, flags, commands, dialects, read } =
      measurement;
    return [
      recorded === true ? `${tool} ¹` : tool,
      framework,
      grade ?? '–',
      refused === 0 ? String(pages) : `${pages} (${refused} no help)`,
      String(compared),
      Object.entries(dialects)
        .map(([dialect, count]) => `${dialect} ${count}`)
        .join(', '),
      `${read.flags} / ${read.commands}`,
      ...ratios(flags),
      ...ratios(commands),
    ];
  });
  const columns = ['tool', 'framework', 'grade', 'pages', 'compared', 'read as', 'flags / commands read'];
  return `${table([...columns, ...RATIOS], rows)}\n\n¹ Recorded for this repository, \`tools/help-corpus/fixtures\`.`;
}

function shares(count: Count): string[] {
  if (count.found + count.wrong + count.missed === 0) return ['–', '–'];
  return [recall(count).toFixed(4), precision(count).toFixed(4)];
}

function ratios(count: Count | undefined): string[] {
  if (count === undefined || count.found + count.wrong + count.missed === 0) return ['–', '–'];
  const { found, missed, wrong } = count;
  return [
    `${recall(count).toFixed(4)} (${found}/${found + missed})`,
    `${precision(count).toFixed(4)} (${found}/${found + wrong})`,
  ];
}

function total(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
