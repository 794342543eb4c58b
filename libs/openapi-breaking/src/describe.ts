import { codeSpan } from '@fixpoint/structured-text';
import { operationText } from './difference';
import { ruleOf } from './rules/rules';
import type { WeighedDifference } from './weigh';

/** Other operations that are named before they are counted only. */
const MOST_NAMED = 3;
/** Longer values are cut: a list of values may have hundreds. */
const LONGEST_VALUE = 120;

/** What happened, in one sentence without its end: subject, change, and who feels it. */
export function describeDifference(weighed: WeighedDifference, total: number | undefined): string {
  const { difference } = weighed;
  const { operation, subject } = difference;
  const where = operation === undefined ? subject : `${operationText(operation)}: ${subject}`;
  const text = where.replace(/: it$/, '');
  return `${text} ${changeText(weighed)}${useText(weighed, total)}${repeatText(weighed)}`;
}

/** What happened to the subject. */
export function changeText({ difference: { rule, from, to } }: WeighedDifference): string {
  return ruleOf(rule).says.replace(/\{(from|to)\}/g, (_, side: string) => {
    const value = (side === 'from' ? from : to) ?? 'nothing';
    return codeSpan(value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value);
  });
}

/** How many interactions feel it, where that is known and matters. */
export function useText({ difference, uses }: WeighedDifference, total: number | undefined): string {
  const { level, felt } = ruleOf(difference.rule);
  if (uses === undefined || total === undefined || level === 'note') return '';
  const share = `${uses.length} of ${total} interaction${total === 1 ? '' : 's'}`;
  return felt === 'operation' ? `, which ${share} lack` : `, used by ${share}`;
}

/** Where else it happened. */
export function repeatText({ difference, occurrences }: WeighedDifference): string {
  const names = occurrences.flatMap(({ operation }) => (operation ? [operationText(operation)] : []));
  const first = difference.operation && operationText(difference.operation);
  const others = [...new Set(names)].filter((name) => name !== first);
  const places = occurrences.length - 1;
  if (places === 0) return '';
  if (others.length === 0) return ` (and at ${places} more place${places === 1 ? '' : 's'} of it)`;
  const shown = others.slice(0, MOST_NAMED).join(', ');
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : '';
  return ` (and in ${shown}${more})`;
}
