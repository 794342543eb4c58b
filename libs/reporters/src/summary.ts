import type { Outcome, Report, Severity, Verdict } from '@fixpoint/model';
import { type Entry, entriesOf, isAboutRoot } from './entries';
import { printableLine } from './printable';

/** How many findings of each severity there are. */
export type Counts = Readonly<Record<Severity, number>>;

/** What a report comes to, in words that every format uses. */
export interface Summary {
  readonly mark: '✓' | '✗';
  /** `2 errors, 1 warning in 3 files (union, report)`. */
  readonly text: string;
  /** Commands that repair the drift, in the order in which they are to be run. */
  readonly commands: readonly string[];
}

/** Commands that a line can hold. */
const CHAINED = 3;

/** What stands in front of the counts when a run did not come to compare. */
const TROUBLE: Readonly<Partial<Record<Outcome, string>>> = {
  usage: 'configuration',
  environment: 'environment',
  internal: 'defect of Fixpoint',
  interrupted: 'interrupted',
};

/** Counts findings by severity. */
export function countsOf(entries: readonly Entry[]): Counts {
  const count = (severity: Severity) => entries.filter(({ finding }) => finding.severity === severity).length;
  return { error: count('error'), warning: count('warning'), note: count('note') };
}

/** Sums a report up. */
export function summarizeReport(report: Report): Summary {
  const entries = entriesOf(report);
  const scope = targetsText(report.verdicts);
  const found = countsOf(entries);
  if (report.ok) return { mark: '✓', text: `${doneText(report)}${scope}${remainder(found)}`, commands: [] };
  const files = new Set(entries.filter((entry) => !isAboutRoot(entry)).map((entry) => entry.file)).size;
  const trouble = TROUBLE[report.outcome];
  const parts = [
    trouble === undefined ? '' : `${trouble}: `,
    countsText(found) || 'failed',
    files === 0 ? '' : ` in ${plural(files, 'file')}`,
    scope,
  ];
  return { mark: '✗', text: parts.join(''), commands: repairCommands(report) };
}

/** ` — run: a && b` for a closing line, empty when there is nothing to run. */
export function runText({ commands }: Summary, emphasize: (text: string) => string = String): string {
  if (commands.length === 0) return '';
  if (commands.length > CHAINED) return ` — run the ${commands.length} fixes above`;
  return ` — run: ${emphasize(printableLine(commands.join(' && ')))}`;
}

/** `9 artifacts true to their sources`; where there are rules alone, no number of artifacts that sounds like nothing was looked at. */
export function artifactsText(count: number): string {
  if (count === 0) return 'no artifact to derive, every rule holds';
  return `${plural(count, 'artifact')} true to ${count === 1 ? 'its' : 'their'} sources`;
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2 errors, 1 warning`, empty when there is nothing to count. */
export function countsText(counts: Counts): string {
  const severities: readonly Severity[] = ['error', 'warning', 'note'];
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity))
    .join(', ');
}

function doneText({ verdicts }: Report): string {
  const sum = (count: (verdict: Verdict) => number) =>
    verdicts.reduce((total, verdict) => total + count(verdict), 0);
  const written = sum((verdict) => verdict.written.length);
  const removed = sum((verdict) => verdict.removed.length);
  if (written + removed === 0) return artifactsText(sum((verdict) => verdict.compared));
  const parts = [
    written > 0 ? `${plural(written, 'file')} written` : '',
    removed > 0 ? `${removed} removed` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Writing does not fail of what rules say, so it is told that the check will. */
function remainder(found: Counts): string {
  if (found.error > 0) return `, but validate will fail: ${countsText(found)}`;
  const text = countsText(found);
  return text === '' ? '' : `, ${text}`;
}

function targetsText(verdicts: readonly Verdict[]): string {
  const targets = [...new Set(verdicts.map((verdict) => verdict.target))];
  return targets.length === 0 ? '' : ` (${targets.join(', ')})`;
}

/**
 * The fixes of drift are commands; those of other findings may be edits, which are shown with them. The order is that of the
 * drifts, which is the order of the derivations: what one command writes the next may read.
 */
function repairCommands({ verdicts }: Report): string[] {
  const fixes = verdicts.flatMap(({ drifts, findings }) => {
    const ofDrift = findings.filter(({ id }) => /\/artifact-[a-z]+$/.test(id));
    const fixByFile = new Map(ofDrift.map(({ file, fix }) => [file, fix]));
    return drifts.flatMap(({ path }) => fixByFile.get(path) ?? []);
  });
  return [...new Set(fixes)];
}
