import type { RetentionPlan } from './plan-retention';

/** The report of rules version 1, to the letter (parity contract §8). */
export function renderReferenceRetention({ keep, prune }: RetentionPlan, applied: boolean): string {
  return linesOf([
    `apply: ${applied}`,
    'keep_versions:',
    ...keep.map(({ version }) => `  ${version}`),
    'delete_versions:',
    ...prune.map(({ version }) => `  ${version}`),
  ]);
}

/** The same with the reasons for what stays and the places of what goes. */
export function renderRetention({ keep, prune }: RetentionPlan, applied: boolean): string {
  return linesOf([
    `apply: ${applied}`,
    'keep_versions:',
    ...keep.map(({ version, reasons }) => `  ${version}  (${reasons.join(', ')})`),
    'delete_versions:',
    ...prune.map(({ version, paths }) => `  ${version}  (${paths.join(', ')})`),
  ]);
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
