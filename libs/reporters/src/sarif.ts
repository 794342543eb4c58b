import { createHash } from 'node:crypto';
import type { Finding, Outcome } from '@fixpoint/model';
import { compareText } from '@fixpoint/model';
import { type Entry, entriesOf, isAboutRoot } from './entries';
import { printable } from './printable';
import type { Reporter, ReporterOptions } from './reporter';
import { ruleTextOf } from './rule-text';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Outcomes in which the run came to an end and its results are whole. */
const COMPLETED: readonly Outcome[] = ['clean', 'drift'];

/**
 * SARIF 2.1.0 (OASIS standard), for code scanning and viewers.
 *
 * Files are relative to `%SRCROOT%`, the directory in which the roots were named. What is about no file (a missing tool, a wrong
 * option) is a notification of the invocation, because a result needs a place.
 */
export const reportSarif: Reporter = (report, options = {}) => {
  const entries = entriesOf(report);
  const ids = [...new Set(entries.map((entry) => entry.finding.id))].sort(compareText);
  const placed = entries.filter((entry) => !isAboutRoot(entry));
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Fixpoint',
            version: options.version,
            rules: ids.map((id) => ruleRecord(id, options)),
          },
        },
        invocations: [
          {
            exitCode: report.exitCode,
            executionSuccessful: COMPLETED.includes(report.outcome),
            toolExecutionNotifications: entries.filter(isAboutRoot).map(notificationRecord),
          },
        ],
        originalUriBaseIds: {
          '%SRCROOT%': { description: { text: 'The directory in which the roots were named.' } },
        },
        columnKind: 'utf16CodeUnits',
        results: withFingerprints(placed).map((result) => resultRecord(result, ids)),
      },
    ],
  };
  return { output: `${JSON.stringify(log, null, 2)}\n`, exitCode: report.exitCode };
};

function ruleRecord(id: string, options: ReporterOptions) {
  const { summary, help = summary, url } = ruleTextOf(id, options);
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: help, markdown: help },
    helpUri: url,
    defaultConfiguration: { level: 'error' },
  };
}

function notificationRecord({ finding }: Entry) {
  return {
    descriptor: { id: finding.id },
    level: finding.severity,
    message: { text: messageText(finding) },
  };
}

interface PrintedEntry extends Entry {
  readonly fingerprint: string;
}

/**
 * A fingerprint holds what stays when lines move: the id, the file and the place inside it. Findings that agree in all
 * of these are numbered.
 */
function withFingerprints(entries: readonly Entry[]): PrintedEntry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const { id, path, message } = entry.finding;
    const key = JSON.stringify([id, entry.file, path ?? message]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    const fingerprint = `${createHash('sha256').update(key).digest('hex')}:${occurrence}`;
    return { ...entry, fingerprint };
  });
}

function resultRecord({ finding, file, target, fingerprint }: PrintedEntry, ids: readonly string[]) {
  const { id, severity, code, path, expected, actual, fix, patch } = finding;
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: severity,
    message: { text: messageText(finding) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeSegment).join('/'), uriBaseId: '%SRCROOT%' },
          region: regionRecord(finding),
        },
        logicalLocations: path === undefined || path === '' ? undefined : [{ fullyQualifiedName: path }],
      },
    ],
    partialFingerprints: { 'fixpointFinding/v1': fingerprint },
    properties: { target, code, expected, actual, fix, patch },
  };
}

/** Viewers want a line; what is about the whole file stands at its head. */
function regionRecord({ position }: Finding) {
  return position === undefined
    ? { startLine: 1 }
    : { startLine: position.line, startColumn: position.column };
}

function messageText({ message, fix }: Finding): string {
  return `${printable(message)}\n\nFix: ${printable(fix)}`;
}

/** `..` and what RFC 3986 lets stand stay as they are; a lone surrogate has no encoding. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
