import type { LinkFinding } from '../link-check-process';

/** How our findings and those of remark-validate-links differ. */
export interface Differences {
  readonly both: number;
  /** How many differences there are for each reason. */
  readonly explained: Readonly<Record<string, number>>;
  /** Places of differences for which there is no reason. */
  readonly unexplained: readonly string[];
}

/** A warning of remark-validate-links. */
interface Warning {
  readonly place: string;
  readonly message: string;
}

/** Compares findings by their places; a difference counts as explained when it is one of those that the other tool is known for. */
export function compareReports(ours: readonly LinkFinding[], report: string): Differences {
  const theirs = parseReport(report);
  const ourPlaces = new Map(
    ours.map((finding) => [`${finding.file}:${finding.line}:${finding.column}`, finding]),
  );
  const theirPlaces = new Set(theirs.map(({ place }) => place));
  const explained: Record<string, number> = {};
  const unexplained: string[] = [];
  const note = (place: string, reason: string | undefined): void => {
    if (reason === undefined) unexplained.push(place);
    else explained[reason] = (explained[reason] ?? 0) + 1;
  };
  for (const [place, finding] of ourPlaces) if (!theirPlaces.has(place)) note(place, reasonOf(finding));
  for (const { place, message } of theirs) if (!ourPlaces.has(place)) note(place, reasonOfWarning(message));
  return { both: [...theirPlaces].filter((place) => ourPlaces.has(place)).length, explained, unexplained };
}

function reasonOf({ id, target, kind }: LinkFinding): string | undefined {
  if (target.startsWith('/'))
    return 'found here only: a path from the root of the workspace, which remark-validate-links does not follow';
  if (kind === 'html')
    return 'found here only: an address in an HTML tag, which remark-validate-links does not read';
  if (id === 'undefined-reference')
    return 'found here only: a reference without a definition, which is not its subject';
  return undefined;
}

function reasonOfWarning(message: string): string | undefined {
  if (/^Cannot find heading for `#[^`]+` in `[^`]*`/.test(message) && !/ in `[^`]*\.md`/.test(message))
    return 'reported there only: an anchor of the README that a directory shows';
  if (message.startsWith('Cannot find heading'))
    return 'reported there only: an anchor that an HTML id or name makes';
  return undefined;
}

/** Lines of a file below its name: `  3:1-3:20 warning Cannot find … missing-file remark-validate-links`. */
function parseReport(report: string): Warning[] {
  const warnings: Warning[] = [];
  let file = '';
  for (const line of report.split('\n')) {
    const [, at, column, message] = /^\s*(\d+):(\d+)(?:-\d+:\d+)?\s+warning\s+(.*\S)/.exec(line) ?? [];
    if (at !== undefined) warnings.push({ place: `${file}:${at}:${column}`, message: message ?? '' });
    else if (/^\S+\.md$/.test(line)) file = line;
  }
  return warnings;
}
