import { median, ratioOf } from '../measuring/statistics';
import type { Row, Section } from '../model';
import type { Machine } from './machine';

/** Prints what was measured as Markdown: one table per section, medians in milliseconds. */
export function renderMarkdown(sections: readonly Section[], machine: Machine, rounds: number): string {
  const { cores, cpu, platform, node, nx } = machine;
  const line = `${cores} cores (${cpu}, ${platform}) · node ${node} · nx ${nx} · medians of ${rounds} rounds`;
  return [line, ...sections.map(renderSection)].join('\n\n') + '\n';
}

const HEAD = ['case', 'ms', 'compared with', 'ms', 'ratio', 'goal', 'facts'];

function renderSection({ title, rows, notes }: Section): string {
  const table = [HEAD, HEAD.map((_, column) => (column === 0 ? '---' : '---:')), ...rows.map(toCells)];
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`);
  return [`## ${title}`, lines.join('\n'), notes.map((note) => `- ${note}`).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

function toCells({ name, samples, floor, goal, facts = {} }: Row): string[] {
  const ratio = floor === undefined ? undefined : ratioOf(samples, floor.samples);
  const met = goal === undefined || ratio === undefined ? '' : ratio <= goal ? ' ✓' : ' ✗';
  return [
    name,
    milliseconds(median(samples)),
    floor?.name ?? '',
    floor === undefined ? '' : milliseconds(median(floor.samples)),
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    goal === undefined ? '' : `≤ ${goal.toFixed(2)} ×${met}`,
    Object.entries(facts)
      .map(([key, value]) => `${key} ${value}`)
      .join(', '),
  ];
}

function milliseconds(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
