import type { Severity } from '@fixpoint/model';
import { type Entry, entriesOf, isAboutRoot } from './entries';
import { printable } from './printable';
import type { Reporter } from './reporter';
import { countsOf, runText, summarizeReport } from './summary';

/** The workflow command of each severity. */
const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Annotations of one type that GitHub shows for a step; the others stay in the log only. */
const SHOWN_PER_TYPE = 10;

/**
 * Workflow commands of GitHub Actions, which become annotations on the changed lines; errors first, and a closing line that
 * sums up. GitHub shows ten of each type for a step, so a last notice says when there are more.
 */
export const reportGithub: Reporter = (report) => {
  const entries = entriesOf(report);
  const sorted = SEVERITIES.flatMap((severity) =>
    entries.filter(({ finding }) => finding.severity === severity),
  );
  const counts = countsOf(entries);
  const isCapped = SEVERITIES.some((severity) => counts[severity] > SHOWN_PER_TYPE);
  const summary = summarizeReport(report);
  const lines = [
    ...sorted.map(annotation),
    ...(isCapped ? [`::notice title=fixpoint::${cappedMessage(entries.length)}`] : []),
    escapeData(`${summary.mark} ${summary.text}${runText(summary)}`),
  ];
  return { output: `${lines.join('\n')}\n`, exitCode: report.exitCode };
};

function cappedMessage(count: number): string {
  return `GitHub shows ${SHOWN_PER_TYPE} annotations of each type; all ${count} findings are in the log of this step`;
}

function annotation(entry: Entry): string {
  const { id, severity, message, fix, position } = entry.finding;
  const properties = {
    file: isAboutRoot(entry) ? undefined : entry.file,
    line: position?.line,
    col: position?.column,
    title: id,
  };
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${list.join(',')}::${escapeData(`${message}\nfix: ${fix}`)}`;
}

function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
