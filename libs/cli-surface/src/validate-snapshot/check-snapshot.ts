import { orderProblems, shapeProblems, SNAPSHOT } from '@fixpoint/artifact-schemas';
import { compareFindings, type Finding, failure, success, type Result } from '@fixpoint/model';
import { parseJson } from '@fixpoint/structured-text';
import type { Manifest, Snapshot } from '@fixpoint/surface-formats';
import { locator } from './locate';
import { toFinding, type SnapshotPlace, type SnapshotProblem } from './problem';
import { SNAPSHOT_RULES } from './rule-sets';

/**
 * Checks one committed snapshot without its binary: all findings, sorted.
 *
 * Rules version 1 asks for what the reference validator asks for (codes `SNAPSHOT_*`). Version 2 asks for the shape of every
 * field, the canonical bytes, agreement with the file and directory name, unique and ordered lists, an entry for the tool and
 * for the parent of every command, and a recorded generator.
 *
 * @param text the committed text; undefined when the file is not there
 * @param place the file, and the target and version that it is named for
 *
 * @req FP-SNAP-005
 */
export function checkSnapshot(
  text: string | undefined,
  place: SnapshotPlace,
  manifest: Manifest,
): readonly Finding[] {
  const rules = SNAPSHOT_RULES[manifest.rulesSchemaVersion];
  if (text === undefined) return findings([missing(place)], { text: '', place, manifest });
  const parsed = parse(text, place, manifest);
  if (!parsed.ok) return parsed.findings;
  const shape = [...wrongKind(parsed.value), ...rules.shape(parsed.value)];
  const readable = shape.length === 0 || shapeProblems(parsed.value, SNAPSHOT, false).length === 0;
  const committed = { snapshot: parsed.value as Snapshot, text, place, manifest };
  const content = readable ? rules.content.flatMap((rule) => rule(committed)) : [];
  return findings([...shape, ...content], { text, place, manifest });
}

/**
 * Reads a committed snapshot as tolerantly as the formats allow: unknown keys are ignored, null is an absent fact.
 *
 * @returns the record, or why it cannot be used
 */
export function readSnapshot(text: string, place: SnapshotPlace, manifest: Manifest): Result<Snapshot> {
  const parsed = parse(text, place, manifest);
  if (!parsed.ok) return parsed;
  const problems = [...wrongKind(parsed.value), ...shapeProblems(parsed.value, SNAPSHOT, false)];
  return problems.length > 0
    ? failure(...findings(problems, { text, place, manifest }))
    : success(parsed.value as Snapshot);
}

/** Units that are listed twice in a snapshot, of which a merge could only keep one. */
export function duplicateFindings(snapshot: Snapshot, place: SnapshotPlace, manifest: Manifest): Finding[] {
  const problems = orderProblems(snapshot, SNAPSHOT).filter(
    ({ kind, at }) => at[0] === 'commands' && kind.startsWith('duplicate-'),
  );
  return findings(problems, { text: '', place, manifest });
}

interface Subject {
  readonly text: string;
  readonly place: SnapshotPlace;
  readonly manifest: Manifest;
}

function findings(problems: readonly SnapshotProblem[], { text, place, manifest }: Subject): Finding[] {
  const { codes, firesCodes } = SNAPSHOT_RULES[manifest.rulesSchemaVersion];
  const context = { place, manifest, codes, firesCodes, locate: locator(text) };
  return problems.map((problem) => toFinding(problem, context)).sort(compareFindings);
}

function parse(text: string, place: SnapshotPlace, manifest: Manifest): Result<unknown> {
  const parsed = parseJson(text, place.file, 'snapshot');
  if (parsed.ok) return parsed;
  const { codes, firesCodes } = SNAPSHOT_RULES[manifest.rulesSchemaVersion];
  const context = { place, manifest, codes, firesCodes, locate: () => undefined };
  const asProblem = (finding: Finding): Finding => {
    const { message, position } = finding;
    return toFinding({ kind: 'invalid-json', at: [], message, position }, context);
  };
  return failure(...parsed.findings.map(asProblem));
}

function missing(place: SnapshotPlace): SnapshotProblem {
  return { kind: 'missing', at: [], message: `there is no snapshot of ${place.version} for ${place.target}` };
}

function wrongKind(document: unknown): SnapshotProblem[] {
  const version = (document as Record<string, unknown> | null)?.['snapshot_schema_version'];
  if (version === 1) return [];
  const actual = JSON.stringify(version) ?? 'absent';
  return [
    {
      kind: 'wrong-kind',
      at: ['snapshot_schema_version'],
      message: `the file is not a snapshot: snapshot_schema_version is ${actual}, not 1`,
      expected: '1',
      actual,
    },
  ];
}
