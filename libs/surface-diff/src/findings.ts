import type { Finding } from '@fixpoint/model';
import { fixCommand, shellWord, type Manifest, type SurfaceDiff } from '@fixpoint/surface-formats';
import type { Impact } from './consumers/impact';
import { placesOf, userText } from './consumers/user-text';
import { changeText, repeatText, unitText } from './describe';
import { nameOf } from './diff/sort-changes';
import { unionFile } from '@fixpoint/surface-units';

/** What findings are made with beside the impacts. */
export interface FindingContext {
  readonly manifest: Pick<Manifest, 'root'>;
  readonly diff: SurfaceDiff;
}

/** One finding for each change, with those who use the unit; the id is the rule's behind `surface-diff/`. */
export function toFindings(impacts: readonly Impact[], context: FindingContext): Finding[] {
  return impacts.map((impact) => toFinding(impact, context));
}

function toFinding(impact: Impact, { manifest, diff }: FindingContext): Finding {
  const { change, severity, users } = impact;
  const who = userText(users);
  return {
    id: `surface-diff/${change.rule}`,
    severity,
    message: `${unitText(change)} ${changeText(change)}${repeatText(change)}${who === '' ? '' : `; the wrapper ${who}`}`,
    file: unionFile(diff.to.version),
    path: [...change.path, nameOf(change)].filter((word) => word !== '').join(' '),
    fix: fixOf(impact, { manifest, diff }),
  };
}

function fixOf({ change, severity, users }: Impact, { manifest, diff }: FindingContext): string {
  const { from, to } = diff;
  if (severity === 'note') {
    const sides = `--from ${shellWord(from.version)} --to ${shellWord(to.version)}`;
    return `nothing to repair; to read it in context: ${fixCommand('surface-diff', manifest)} ${sides}`;
  }
  const places = placesOf(users);
  const where = places.length === 0 ? 'where coverage is declared' : `at ${places.slice(0, 3).join(', ')}`;
  const what = [...change.path, nameOf(change)].filter((word) => word !== '').join(' ') || 'the root command';
  return `adapt the use of ${what} ${where} to ${to.version}, then run: ${fixCommand('wrapper-coverage', manifest)}`;
}
