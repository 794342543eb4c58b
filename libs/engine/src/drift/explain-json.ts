import type { Drift, Finding, Position } from '@fixpoint/model';
import { describeChanges } from '../json/describe-changes';
import type { Change } from '../json/json-changes';
import { jsonChanges } from '../json/json-changes';
import { type JsonPath, type LineSpan, type LocatedJson, toPointer } from '../json/json-text';
import { type DriftContext, driftFinding } from './drift-finding';
import { diffHunks, type Hunk } from './patch';
import { textDetail } from './text-detail';

/** Findings for one file; what goes beyond is counted in a last one. */
const MAX_FINDINGS = 20;

/** The changes of one unit, or a single change of the document itself, with the lines it stands on. */
interface Group {
  readonly changes: readonly Change[];
  readonly path: JsonPath;
  /** Where the difference shows; for a missing element that is the end of the one it should follow. */
  readonly position: Position;
  readonly spans: readonly LineSpan[];
}

/** Explains a stale JSON file by what its content says, one finding for each unit that changed. */
export function explainJson(
  drift: Extract<Drift, { kind: 'stale' }>,
  json: { readonly committed: LocatedJson; readonly expected: unknown },
  context: DriftContext,
): Finding[] {
  const { committed } = json;
  const hunks = diffHunks(drift.committed, drift.expected);
  const subject = { file: drift.path, problem: 'artifact-stale' } as const;
  const groups = groupChanges(jsonChanges(committed.value, json.expected), committed);
  if (groups.length === 0) {
    const { position } = textDetail(drift.committed, drift.expected);
    const message = sameContentMessage(drift.committed, drift.expected);
    return [driftFinding(context, subject, { message, position, hunks })];
  }
  const share = shareHunks(hunks, groups);
  const findings = groups.slice(0, MAX_FINDINGS).map((group) =>
    driftFinding(context, subject, {
      ...describeChanges(group.changes),
      path: toPointer(group.path),
      position: group.position,
      hunks: share.get(group),
    }),
  );
  const rest = groups.slice(MAX_FINDINGS);
  if (rest.length === 0) return findings;
  const last = rest.at(-1) as Group;
  const more = driftFinding(context, subject, {
    // The ellipsis sorts behind every other message at the same place.
    message: `… and ${rest.length} more ${rest.length === 1 ? 'difference' : 'differences'} in this file`,
    path: toPointer(last.path),
    position: last.position,
    hunks: rest.flatMap((group) => share.get(group) ?? []),
  });
  return [...findings, more];
}

function sameContentMessage(committed: string, expected: string): string {
  const isSameOrder = JSON.stringify(JSON.parse(committed)) === JSON.stringify(JSON.parse(expected));
  return isSameOrder
    ? 'says the same in another layout: whitespace, escapes or the form of a number differ'
    : 'says the same in another layout: object keys stand in another order';
}

function groupChanges(changes: readonly Change[], committed: LocatedJson): Group[] {
  const groups = new Map<string, Change[]>();
  changes.forEach((change, index) => {
    const isField = change.kind === 'value' || change.kind === 'order';
    const key = isField && change.unit !== undefined ? toPointer(change.unit.path) : `#${index}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  });
  return [...groups.values()]
    .map((group) => toGroup(group, committed))
    .sort((a, b) => (a.spans[0] as LineSpan).first - (b.spans[0] as LineSpan).first);
}

function toGroup(changes: readonly Change[], committed: LocatedJson): Group {
  const first = changes[0] as Change;
  const path = changes.length === 1 ? first.path : (first.unit?.path ?? first.path);
  const position = first.anchor === undefined ? committed.position(path) : committed.end(first.anchor);
  return { changes, path, position, spans: changes.map((change) => spanOf(change, committed)) };
}

/** What is missing belongs behind its anchor, or at the head of its list. */
function spanOf({ kind, path, anchor }: Change, committed: LocatedJson): LineSpan {
  const { first, last } = committed.span(anchor ?? path);
  if (kind !== 'missing') return { first, last };
  return anchor === undefined ? { first, last: first } : { first: last, last };
}

/** Gives each hunk to the first group it touches, else to the last one before it, so that each is shown once. */
function shareHunks(hunks: readonly Hunk[], groups: readonly Group[]): ReadonlyMap<Group, Hunk[]> {
  const share = new Map<Group, Hunk[]>();
  for (const hunk of hunks) {
    const first = hunk.oldStart;
    const last = first + hunk.lines.filter((line) => !line.startsWith('+')).length - 1;
    const owner =
      groups.find((group) => group.spans.some((span) => span.first <= last && span.last >= first)) ??
      groups.findLast((group) => (group.spans[0] as LineSpan).first <= first) ??
      (groups[0] as Group);
    share.set(owner, [...(share.get(owner) ?? []), hunk]);
  }
  return share;
}
