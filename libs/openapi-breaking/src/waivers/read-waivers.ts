import type { Finding } from '@fixpoint/model';
import {
  findingAt,
  listOf,
  nearest,
  parseLocated,
  recordOf,
  shapeProblems,
  text,
  type LocatedDocument,
  type Shape,
  type ShapeProblem,
} from '@fixpoint/structured-text';
import { BREAKING_RULES, findRule } from '../rules/rules';
import { dayOf } from '../schema/compare-lifecycle';
import type { Waiver } from './waiver';

/** Waivers of a file and what is wrong with it. What is wrong waives nothing. */
export interface ReadWaivers {
  readonly waivers: readonly Waiver[];
  readonly findings: readonly Finding[];
  /** The file, where it could be read at all. */
  readonly document?: LocatedDocument;
}

const SHAPE: Shape = listOf(
  recordOf({ required: { rule: text, location: text, reason: text, until: text }, closed: true }),
);

const FIX = 'give each waiver a rule, a location, a reason and a last day: until: "2026-12-31"';

/**
 * Reads a file of waivers (YAML or JSON): a list of `{rule, location, reason, until}`, all four required. Findings:
 * `breaking/invalid-yaml`, `breaking/invalid-json`, `breaking/waiver-shape`, `breaking/waiver-unknown-rule`.
 */
export function readWaivers(file: string, content: string): ReadWaivers {
  // A list without entries is written as an empty file by many.
  if (content.replace(/^\s*#.*$/gm, '').trim() === '') return { waivers: [], findings: [] };
  const parsed = parseLocated(file, content, 'breaking');
  if (!parsed.ok) return { waivers: [], findings: parsed.findings };
  const document = parsed.value;
  const problems = shapeProblems(document.value, SHAPE);
  if (!Array.isArray(document.value)) {
    return { waivers: [], findings: problems.map((problem) => shapeFinding(document, problem)), document };
  }
  const broken = new Set(problems.map(({ pointer }) => pointer.split('/')[1]));
  const read = document.value.flatMap((entry: unknown, index) =>
    broken.has(String(index)) ? [] : [readWaiver(document, entry as Entry, `/${index}`)],
  );
  return {
    waivers: read.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver])),
    findings: [
      ...problems.map((problem) => shapeFinding(document, problem)),
      ...read.flatMap(({ findings }) => findings),
    ],
    document,
  };
}

interface Entry {
  readonly rule: string;
  readonly location: string;
  readonly reason: string;
  readonly until: string;
}

function readWaiver(
  document: LocatedDocument,
  { rule: id, location, reason, until }: Entry,
  pointer: string,
): { waiver?: Waiver; findings: Finding[] } {
  const rule = findRule(id.replace(/^breaking\//, ''));
  const findings = [
    ...(rule === undefined ? [unknownRule(document, id, pointer)] : []),
    ...entryProblems({ location, reason, until }).map(([key, message]) =>
      findingAt(document, `${pointer}/${key}`, { id: 'breaking/waiver-shape', message, fix: FIX }),
    ),
  ];
  if (rule === undefined || findings.length > 0) return { findings };
  return { waiver: { rule: rule.id, location: location.trim(), reason, until, pointer }, findings };
}

function entryProblems({ location, reason, until }: Omit<Entry, 'rule'>): [string, string][] {
  const problems: [string, string][] = [];
  if (!/^(?:[^\s/]+ )?#?\//.test(location.trim())) {
    problems.push([
      'location',
      `the location ${JSON.stringify(location)} is neither "METHOD /path" nor a JSON pointer`,
    ]);
  }
  if (reason.trim() === '') problems.push(['reason', 'the waiver gives no reason']);
  if (dayOf(until) !== until) {
    problems.push([
      'until',
      `the waiver holds until ${JSON.stringify(until)}, which is no day such as 2026-12-31`,
    ]);
  }
  return problems;
}

function unknownRule(document: LocatedDocument, id: string, pointer: string): Finding {
  const meant = nearest(
    id,
    BREAKING_RULES.map((rule) => rule.id),
  );
  return findingAt(document, `${pointer}/rule`, {
    id: 'breaking/waiver-unknown-rule',
    message: `there is no rule ${JSON.stringify(id)}${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    actual: id,
    ...(meant !== undefined && { expected: meant }),
    fix: meant === undefined ? 'name the rule as its finding does' : `rule: ${meant}`,
  });
}

function shapeFinding(document: LocatedDocument, { pointer, message }: ShapeProblem): Finding {
  return findingAt(document, pointer, { id: 'breaking/waiver-shape', message, fix: FIX });
}
