import type { Finding, Report } from '@fixpoint/model';
import { compareFindings } from '@fixpoint/model';

/** A finding with the verdict it comes from. */
export interface Entry {
  readonly finding: Finding;
  readonly target: string;
  readonly root: string;
  /** The finding's file as seen from where the root was named, with `/`. */
  readonly file: string;
}

/** Whether a finding is about the root as a whole, so that there is no file to point at. */
export function isAboutRoot({ finding }: Entry): boolean {
  return finding.file === '.';
}

/**
 * All findings of a report, each once, in the order of their files.
 *
 * @req FP-DIAG-010, FP-DIAG-011
 */
export function entriesOf(report: Report): Entry[] {
  const seen = new Set<string>();
  return report.verdicts
    .flatMap(({ findings, target, root }) =>
      findings.map((finding): Entry => ({ finding, target, root, file: joinPath(root, finding.file) })),
    )
    .filter((entry) => {
      const key = keyOf(entry);
      return !seen.has(key) && seen.add(key);
    })
    .sort(compareEntries);
}

/** Entries by file, in the order of the files. */
export function groupByFile(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.file);
    if (group === undefined) groups.set(entry.file, [entry]);
    else group.push(entry);
  }
  return groups;
}

/**
 * A file below a root, as a relative path without `.` segments. An absolute root says where one machine keeps its files,
 * which no output may depend on; it is left out.
 */
export function joinPath(root: string, file: string): string {
  const parts: string[] = [];
  for (const part of [...rootParts(root), ...file.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

function rootParts(root: string): string[] {
  return isAbsolute(root) ? [] : root.split(/[/\\]/);
}

/** Whether a root is absolute on any OS. */
export function isAbsolute(root: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(root);
}

function keyOf({ finding, file }: Entry): string {
  const { id, severity, message, path, position } = finding;
  return JSON.stringify([file, id, severity, message, path, position?.line, position?.column]);
}

function compareEntries(a: Entry, b: Entry): number {
  return compareFindings({ ...a.finding, file: a.file }, { ...b.finding, file: b.file });
}
