import type { Drift, Finding } from '@fixpoint/model';
import { compareFindings } from '@fixpoint/model';
import { isLocatedJson, parseJsonText } from '../json/json-text';
import { type DriftContext, driftFinding } from './drift-finding';
import { explainJson } from './explain-json';
import { diffHunks } from './patch';
import { relayText } from './text-layout';
import { textDetail } from './text-detail';

/** How `readCommittedText` shows bytes that are no UTF-8. */
const MANGLED = /\p{Surrogate}/u;

type Stale = Extract<Drift, { kind: 'stale' }>;

/**
 * Says what a drift is about: at least one finding, sorted, each with the fixing command.
 *
 * A stale JSON file gives one finding for each unit (command, flag, target …) that changed, with a JSON pointer and position in
 * the committed text; other text gives one finding at the first line that differs. Differences in layout only
 * (line endings, final newline, byte order mark, whitespace) are called so.
 *
 * @req FP-DIAG-003
 */
export function explainDrift(drift: Drift, context: DriftContext): Finding[] {
  const { path: file } = drift;
  switch (drift.kind) {
    case 'missing': {
      const message = `not there, the inputs give this file (${lineCount(drift.expected)})`;
      return [driftFinding(context, { file, problem: 'artifact-missing' }, { message })];
    }
    case 'orphan': {
      const message = 'committed, but nothing derives this file any more';
      return [driftFinding(context, { file, problem: 'artifact-orphan' }, { message })];
    }
    case 'stale':
      return explainStale(drift, context).sort(compareFindings);
  }
}

function explainStale(drift: Stale, context: DriftContext): Finding[] {
  const mangled = MANGLED.exec(drift.committed);
  if (mangled) return [explainMangled(drift, mangled.index, context)];
  const { text, differences } = relayText(drift.committed, drift.expected);
  const subject = { file: drift.path, problem: 'artifact-stale' } as const;
  const layout = differences.map((difference) => driftFinding(context, subject, difference));
  if (text === drift.expected) return layout;
  const relaid = { ...drift, committed: text };
  return [...layout, ...(explainAsJson(relaid, context) ?? [explainAsText(relaid, context)])];
}

function explainMangled({ path, committed }: Stale, index: number, context: DriftContext): Finding {
  const lines = committed.slice(0, index).split('\n');
  const position = { line: lines.length, column: (lines.at(-1) as string).length + 1 };
  const subject = { file: path, problem: 'artifact-unreadable' } as const;
  return driftFinding(context, subject, {
    message: 'cannot be read as text: it is not valid UTF-8',
    position,
  });
}

function explainAsJson(drift: Stale, context: DriftContext): Finding[] | undefined {
  if (!drift.path.endsWith('.json')) return undefined;
  const expected = parseJsonText(drift.expected);
  if (!isLocatedJson(expected)) return undefined;
  const committed = parseJsonText(drift.committed);
  if (isLocatedJson(committed)) return explainJson(drift, { committed, expected: expected.value }, context);
  const { reason, position } = committed;
  const message = `cannot be read as JSON: ${reason}`;
  const hunks = diffHunks(drift.committed, drift.expected);
  const subject = { file: drift.path, problem: 'artifact-unreadable' } as const;
  return [driftFinding(context, subject, { message, position, hunks })];
}

function explainAsText(drift: Stale, context: DriftContext): Finding {
  const hunks = diffHunks(drift.committed, drift.expected);
  const subject = { file: drift.path, problem: 'artifact-stale' } as const;
  return driftFinding(context, subject, { ...textDetail(drift.committed, drift.expected), hunks });
}

function lineCount(text: string): string {
  const count = text === '' ? 0 : text.replace(/\n$/, '').split('\n').length;
  return count === 1 ? '1 line' : `${count} lines`;
}
