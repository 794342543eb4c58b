import type { PromotionPlan } from './promotion-plan';

/** A plan as people read it: each file with what it says now, what it is to say and why. */
export function renderPromotion({ version, changes, unmoved }: PromotionPlan, applied: boolean): string {
  if (changes.length === 0)
    return `promote ${version}: everything is as it is to be\n${linesOf(unmoved.map(stays))}`;
  const ending = applied ? 'applied' : 'not applied; add --apply to change these files in one step';
  const width = Math.max(...changes.map(({ path }) => path.length));
  const rows = changes.map(
    ({ path, from, to, reason }) => `  ${path.padEnd(width)}  ${from} → ${to}  (${reason})`,
  );
  return linesOf([`promote ${version}: ${changes.length} files, ${ending}`, ...rows, ...unmoved.map(stays)]);
}

function stays({ path, value, reason }: PromotionPlan['unmoved'][number]): string {
  return `  ${path}  stays at ${value}  (${reason})`;
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
