import type { Finding, Outcome, Verdict } from '@fixpoint/model';
import { type Entry, entriesOf, isAboutRoot, joinPath } from './entries';
import type { Reporter } from './reporter';
import { artifactsText } from './summary';
import { renderXml, type XmlElement } from './xml';

/** Outcomes that say something about the committed files; the others are errors of the run. */
const ABOUT_FILES: readonly Outcome[] = ['clean', 'drift'];

/**
 * JUnit XML as Jenkins, GitLab and GitHub actions read it: a suite for each target and root, a case for each finding; errors
 * are failures (or errors of the run), warnings and notes are passing cases with output. Carries no times, which would differ
 * from run to run.
 */
export const reportJunit: Reporter = (report) => {
  const entries = entriesOf(report);
  const suites = report.verdicts.map((verdict) => suiteElement(verdict, entries));
  const total = (name: string) => suites.reduce((sum, suite) => sum + Number(suite.attributes[name] ?? 0), 0);
  const root: XmlElement = {
    name: 'testsuites',
    attributes: {
      name: 'fixpoint',
      tests: total('tests'),
      failures: total('failures'),
      errors: total('errors'),
    },
    children: suites,
  };
  return { output: renderXml(root), exitCode: report.exitCode };
};

function suiteElement(verdict: Verdict, all: readonly Entry[]): XmlElement {
  const { target, root, outcome, compared } = verdict;
  const entries = all.filter((entry) => entry.target === target && entry.root === root);
  const problem = ABOUT_FILES.includes(outcome) ? 'failure' : 'error';
  const findings = entries.map((entry) => findingCase(entry, problem));
  const cases = findings.length === 0 ? [cleanCase(target, compared)] : findings;
  const errors = entries.filter(({ finding }) => finding.severity === 'error').length;
  return {
    name: 'testsuite',
    attributes: {
      name: `${target} ${joinPath(root, '.')}`,
      tests: cases.length,
      failures: problem === 'failure' ? errors : 0,
      errors: problem === 'error' ? errors : 0,
    },
    children: cases,
  };
}

function cleanCase(target: string, compared: number): XmlElement {
  return {
    name: 'testcase',
    attributes: { classname: target, name: artifactsText(compared) },
  };
}

function findingCase(entry: Entry, problem: 'failure' | 'error'): XmlElement {
  const { finding, file, target } = entry;
  const { id, severity, message, position } = finding;
  const attributes = {
    classname: target,
    name: `${file}: ${message.split('\n')[0]}`,
    file: isAboutRoot(entry) ? undefined : file,
    line: position?.line,
  };
  const text = detailText(finding, file);
  const child: XmlElement =
    severity === 'error'
      ? { name: problem, attributes: { message, type: id }, text }
      : { name: 'system-out', attributes: {}, text: `${severity} ${text}` };
  return { name: 'testcase', attributes, children: [child] };
}

function detailText(finding: Finding, file: string): string {
  const { id, code, message, position, path, expected, actual, fix, patch } = finding;
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  const facts = { path: path || undefined, code, expected, actual, fix };
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return [`${id} at ${place}`, message, ...lines, ...(patch === undefined ? [] : ['', patch])].join('\n');
}
