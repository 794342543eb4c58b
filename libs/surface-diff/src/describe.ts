import { pathKey, type SurfaceChange } from '@fixpoint/surface-formats';
import { describeUnit } from '@fixpoint/surface-units';
import { nameOf } from './diff/sort-changes';
import { ruleOf } from './rules/rules';

/** How a sentence names the unit of a change: `flag --last of "exec resume"`. */
export function unitText({ unit, path, key, name }: SurfaceChange): string {
  return describeUnit({ kind: unit, path, name: nameOf({ key, name }) });
}

/** What happened to the unit, as the end of a sentence. */
export function changeText(
  change: SurfaceChange,
  quote: (value: string) => string = (value) => value,
): string {
  const says = ruleOf(change.rule)?.says ?? `changed (${change.rule})`;
  const text = says.replace(/\{(from|to)\}/g, (_, side: 'from' | 'to') => valueText(change[side], quote));
  const { guess } = change;
  if (guess === undefined) return text;
  const reasons = guess.reasons.length === 0 ? '' : `: ${guess.reasons.join(', ')}`;
  return `${text} (a guess, score ${guess.score.toFixed(2)}${reasons})`;
}

/** How many further commands changed in the same way. */
export function repeatText({ also_on: paths = [] }: SurfaceChange): string {
  if (paths.length === 0) return '';
  return ` (and on ${paths.length === 1 ? '1 command that repeats it' : `${paths.length} commands that repeat it`})`;
}

/** The units a change is about: its own, and those of the commands that repeat it. */
export function changedPaths({ path, also_on: repeats = [] }: SurfaceChange): readonly (readonly string[])[] {
  const distinct = new Map([path, ...repeats].map((each) => [pathKey(each), each]));
  return [...distinct.values()];
}

function valueText(value: unknown, quote: (value: string) => string): string {
  if (Array.isArray(value)) return value.map((item) => valueText(item, quote)).join(', ');
  if (value === undefined || value === null || value === '') return 'none';
  return quote(typeof value === 'string' ? value : JSON.stringify(value));
}
