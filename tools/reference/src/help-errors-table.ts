import type { ExplainedError } from '@fixpoint/help-corpus';
import { table } from './markdown';

/** The errors of one tool. */
export interface ToolErrors {
  readonly tool: string;
  readonly errors: readonly ExplainedError[];
}

const MOST_COMMANDS = 3;

/** Errors with one explanation as one row: the names, each with the number of commands it stands for, and the commands. */
export function helpErrorsTable(all: readonly ToolErrors[]): string {
  const rows = all.flatMap(({ tool, errors }) => groupErrors(errors).map((group) => errorRow(tool, group)));
  return table(['tool', 'error', 'commands', 'names', 'cause', 'why'], rows);
}

function groupErrors(errors: readonly ExplainedError[]): readonly (readonly ExplainedError[])[] {
  const groups = new Map<string, ExplainedError[]>();
  for (const explained of errors) {
    const { error, explanation } = explained;
    const key = [error.kind, error.unit, explanation?.cause, explanation?.why].join('\0');
    groups.set(key, [...(groups.get(key) ?? []), explained]);
  }
  return [...groups.values()];
}

function errorRow(tool: string, group: readonly ExplainedError[]): string[] {
  const [{ error, explanation }] = group as [ExplainedError, ...ExplainedError[]];
  const paths = [...new Set(group.map((one) => one.error.path))].sort();
  return [
    tool,
    `${group.length} ${error.kind} ${error.unit}${group.length === 1 ? '' : 's'}`,
    commandCell(tool, paths),
    nameCell(group.map((one) => one.error.name)),
    explanation?.cause ?? '–',
    explanation?.why ?? '–',
  ];
}

function commandCell(tool: string, paths: readonly string[]): string {
  const shown = paths.slice(0, MOST_COMMANDS).map((path) => `\`${path === '' ? tool : path}\``);
  const more = paths.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

function nameCell(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Array.from(counts, ([name, count]) => `\`${name}\`${count === 1 ? '' : ` × ${count}`}`).join(', ');
}
