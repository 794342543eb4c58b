import {
  type Count,
  explain,
  type Measurement,
  precision,
  readExplanations,
  readMeasurements,
  recall,
  sum,
} from '@fixpoint/help-corpus';
import { DIALECT_IDS } from '@fixpoint/help-parser';
import { table } from './markdown';

const INTRODUCTION = `# Help dialects

How well help pages of real programs are read, measured against the surface of the same build as another source knows it
(\`tools/help-corpus\`). Recall is what was read of what the page shows and the source knows; precision is what the source
confirms of what was read. Grades of the source: A, a parser's own objects or tables; B, completion output; C, partial.`;

/** The page of the measured dialects, made from the committed measurement. */
export function helpDialectsPage(): string {
  const measurements = readMeasurements();
  return [
    INTRODUCTION,
    `## Dialects\n\n${dialectTable(measurements)}`,
    `## Tools\n\n${toolTable(measurements)}`,
    `## Errors\n\n${errorTable(measurements)}`,
  ].join('\n\n');
}

function dialectTable(measurements: readonly Measurement[]): string {
  const rows = DIALECT_IDS.map((id) => {
    const own = measurements.filter(({ grammar }) => grammar === id);
    const graded = own.filter(({ compared }) => compared > 0);
    return [
      `\`${id}\``,
      String(own.length),
      String(graded.reduce((all, { compared }) => all + compared, 0)),
      ...ratios(sum(graded.map(({ flags }) => flags))),
      ...ratios(sum(graded.map(({ commands }) => commands))),
      detected(own, id),
    ];
  });
  return table(['dialect', 'tools', 'pages compared', ...RATIOS, 'pages detected'], rows);
}

const RATIOS = ['flags: recall', 'precision', 'commands: recall', 'precision'];

function detected(own: readonly Measurement[], id: string): string {
  const pages = own.reduce((all, { dialects }) => all + total(Object.values(dialects)), 0);
  return pages === 0 ? '–' : `${total(own.map(({ dialects }) => dialects[id] ?? 0))} of ${pages}`;
}

function toolTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { tool, framework, grade, pages, refused, compared, flags, commands, dialects, read } = measurement;
    return [
      tool,
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
  return table([...columns, ...RATIOS], rows);
}

function ratios(count: Count | undefined): string[] {
  if (count === undefined || count.found + count.wrong + count.missed === 0) return ['–', '–'];
  const { found, missed, wrong } = count;
  return [
    `${recall(count).toFixed(4)} (${found}/${found + missed})`,
    `${precision(count).toFixed(4)} (${found}/${found + wrong})`,
  ];
}

function errorTable(measurements: readonly Measurement[]): string {
  const explanations = readExplanations();
  const rows = measurements.flatMap((measurement) => {
    const groups = new Map<string, string[]>();
    for (const { error, why } of explain(measurement, explanations.get(measurement.tool))) {
      const group = [error.kind, error.unit, error.path, why ?? '(no explanation)'].join('\0');
      groups.set(group, [...(groups.get(group) ?? []), `\`${error.name}\``]);
    }
    return Array.from(groups, ([group, names]) => {
      const [kind, unit, path, why] = group.split('\0') as [string, string, string, string];
      return [measurement.tool, path, kind, unit, names.join(', '), why];
    });
  });
  return table(['tool', 'command', 'error', 'unit', 'names', 'why'], rows);
}

function total(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
