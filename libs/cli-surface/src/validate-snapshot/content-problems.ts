import { orderProblems, SNAPSHOT } from '@fixpoint/artifact-schemas';
import { positionOfOffset } from '@fixpoint/structured-text';
import { pathKey, type Manifest, type Snapshot } from '@fixpoint/surface-formats';
import { snapshotText } from './snapshot-text';
import type { SnapshotPlace, SnapshotProblem } from './problem';

/** A snapshot whose shape is right, with everything its content is checked against. */
export interface CommittedSnapshot {
  readonly snapshot: Snapshot;
  readonly text: string;
  readonly place: SnapshotPlace;
  readonly manifest: Manifest;
}

/** One rule about the content of a committed snapshot. */
export type ContentRule = (committed: CommittedSnapshot) => readonly SnapshotProblem[];

/** The target recorded in the binary is the one that the file is named for. */
export function targetMatches({ snapshot, place }: CommittedSnapshot): SnapshotProblem[] {
  const recorded = snapshot.binary.target_triple;
  if (recorded === place.target) return [];
  return [
    {
      kind: 'target-mismatch',
      at: ['binary', 'target_triple'],
      message: `the binary is one for ${recorded}, the file is named for ${place.target}`,
      expected: place.target,
      actual: recorded,
    },
  ];
}

/** The version recorded in the binary is the one that the directory is named for. */
export function versionMatches({ snapshot, place, manifest }: CommittedSnapshot): SnapshotProblem[] {
  const recorded = snapshot.binary.semantic_version ?? undefined;
  if (recorded === place.version || (recorded === undefined && !manifest.union.requireSemanticVersion))
    return [];
  return [
    {
      kind: 'version-mismatch',
      at: recorded === undefined ? ['binary'] : ['binary', 'semantic_version'],
      message: `the binary is of ${recorded === undefined ? 'no known version' : `version ${recorded}`}, the directory is that of ${place.version}`,
      expected: place.version,
      actual: recorded,
    },
  ];
}

/** The target is one of those that the root expects. */
export function targetExpected({ place, manifest }: CommittedSnapshot): SnapshotProblem[] {
  if (manifest.targets.expected.includes(place.target)) return [];
  return [
    {
      kind: 'unexpected-target',
      at: [],
      message: `${place.target} is not an expected target of this root, so no union reads the file`,
      expected: manifest.targets.expected.join(', '),
      actual: place.target,
      fix: `add "${place.target}" to the targets in RULES.json, or remove ${place.file}`,
    },
  ];
}

/** The generator is recorded, without which surfaces read by different parsers cannot be told apart. */
export function generatorRecorded({ snapshot, manifest }: CommittedSnapshot): SnapshotProblem[] {
  if (snapshot.generator !== undefined && snapshot.generator !== null) return [];
  const isInherited = manifest.migratedFrom === 1 && isOfReferenceShape(snapshot);
  return [
    {
      kind: 'generator-missing',
      at: [],
      message: isInherited
        ? 'the snapshot was made under rules version 1 and names no generator: measure it again'
        : 'the generator that made the snapshot is not recorded',
      ...(isInherited && { severity: 'warning' }),
    },
  ];
}

/** Whether a snapshot holds nothing that only rules version 2 records: its generator, its probe, the digest of any page. */
export function isOfReferenceShape({ generator, probe, commands }: Snapshot): boolean {
  const isAbsent = (value: unknown): boolean => value === undefined || value === null;
  return [generator, probe, ...commands.map((command) => command.help_sha256)].every(isAbsent);
}

/** The tool itself has an entry. */
export function rootPresent({ snapshot }: CommittedSnapshot): SnapshotProblem[] {
  if (snapshot.commands.some((command) => command.path.length === 0)) return [];
  return [{ kind: 'root-missing', at: ['commands'], message: 'the tool itself (path []) has no entry' }];
}

/** Every command above a command has an entry. */
export function parentsPresent({ snapshot }: CommittedSnapshot): SnapshotProblem[] {
  const known = new Set(snapshot.commands.map((command) => pathKey(command.path)));
  return snapshot.commands.flatMap((command, index): SnapshotProblem[] => {
    const parent = command.path.slice(0, -1);
    if (parent.length === 0 || known.has(pathKey(parent))) return [];
    return [
      {
        kind: 'parent-missing',
        at: ['commands', index],
        message: `command ${command.path.join(' ')} is listed without its parent ${parent.join(' ')}`,
        expected: parent.join(' '),
      },
    ];
  });
}

/** Lists stand in their order and hold nothing twice. */
export function listsOrdered({ snapshot }: CommittedSnapshot): SnapshotProblem[] {
  return orderProblems(snapshot, SNAPSHOT);
}

/** The text is byte for byte what the record prints as. */
export function bytesCanonical({ snapshot, text }: CommittedSnapshot): SnapshotProblem[] {
  const expected = snapshotText(snapshot);
  if (expected === text) return [];
  const offset = firstDifference(expected, text);
  return [
    {
      kind: 'not-canonical',
      at: [],
      message:
        'the bytes are not those that the record is written with; the first difference is at the position given',
      position: positionOfOffset(text, offset),
      expected: lineAt(expected, offset),
      actual: lineAt(text, offset),
    },
  ];
}

function firstDifference(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let offset = 0; offset < length; offset++) if (a[offset] !== b[offset]) return offset;
  return length;
}

// Quoted, because what differs is often invisible (a carriage return, a missing line end).
function lineAt(text: string, offset: number): string {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return JSON.stringify(text.slice(start, end === -1 ? undefined : end + 1));
}
