import type { Finding } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { type CoverageUnit, describeUnit, effectiveTargets, unitId } from '@fixpoint/surface-units';
import { findingAt, type LocatedDocument } from '@fixpoint/structured-text';

/** What the rules look at: all entries of one coverage document. */
export interface RuleSubject {
  readonly document: LocatedDocument;
  readonly units: readonly CoverageUnit[];
  readonly manifest: Manifest;
}

/** A rule over a coverage document; it gives all of its findings. */
export type CoverageRule = (subject: RuleSubject) => Finding[];

/**
 * The rules of version 2 over what is declared. (Under version 1 the validator of the whole root has its own list of them,
 * parity contract §9.3 f.)
 */
export const COVERAGE_RULES: readonly CoverageRule[] = [
  notesWhereLevelsNeedThem,
  flagKeysBeginWithADash,
  oneEntryPerTarget,
  scopesThatCanApply,
  nothingExcludedIsCovered,
];

/** @req FP-COV-003 */
function notesWhereLevelsNeedThem({ document, units }: RuleSubject): Finding[] {
  return units
    .filter(({ level, note }) => NOTED_LEVELS.includes(level) && !note?.trim())
    .map((unit) =>
      findingAt(document, unit.pointer, {
        id: 'wrapper-coverage/note-missing',
        message: `${describeUnit(unit)} is declared ${unit.level} without a note that says why`,
        expected: 'a note',
        fix: `add "note": "<the reason>" to ${unit.pointer} in ${document.file}`,
      }),
    );
}

const NOTED_LEVELS: readonly string[] = ['intentionally_unsupported', 'passthrough'];

function flagKeysBeginWithADash({ document, units }: RuleSubject): Finding[] {
  return units
    .filter(({ kind, name }) => kind === 'flag' && !/^-./.test(name))
    .map((unit) => {
      const dashes = unit.name.length === 1 ? '-' : '--';
      const expected = /^-*$/.test(unit.name) ? '--<name>' : `${dashes}${unit.name}`;
      return findingAt(document, `${unit.pointer}/key`, {
        id: 'wrapper-coverage/flag-key',
        message: `the key "${unit.name}" is no flag: keys are written with their dashes`,
        expected,
        actual: unit.name,
        fix: `write "${expected}" at ${unit.pointer}/key in ${document.file}`,
      });
    });
}

/**
 * Entries of one unit that apply to the same target contradict or repeat each other, equal levels included.
 *
 * @req FP-COV-002
 */
function oneEntryPerTarget({ document, units, manifest }: RuleSubject): Finding[] {
  const earlier = new Map<string, CoverageUnit[]>();
  return units.flatMap((unit) => {
    const id = unitId(unit);
    const before = earlier.get(id) ?? [];
    earlier.set(id, [...before, unit]);
    const targets = effectiveTargets(unit, manifest.targets);
    return before.flatMap((other) => {
      const others = effectiveTargets(other, manifest.targets);
      const shared = targets.filter((target) => others.includes(target));
      if (shared.length === 0) return [];
      const isDuplicate = shared.length === targets.length && shared.length === others.length;
      return [
        findingAt(document, unit.pointer, {
          id: `wrapper-coverage/${isDuplicate ? 'duplicate' : 'overlap'}`,
          message: isDuplicate
            ? `${describeUnit(unit)} is declared twice for the same targets, first at ${other.pointer}`
            : `${describeUnit(unit)} is declared twice for ${shared.join(', ')}, also at ${other.pointer}`,
          expected: 'one entry for each target',
          actual: `${other.pointer} (${other.level}) and ${unit.pointer} (${unit.level})`,
          fix: isDuplicate
            ? `remove ${unit.pointer} or ${other.pointer} from ${document.file}`
            : `narrow the scope of ${unit.pointer} or ${other.pointer} in ${document.file}`,
        }),
      ];
    });
  });
}

function scopesThatCanApply({ document, units, manifest }: RuleSubject): Finding[] {
  return units
    .filter((unit) => unit.scope !== undefined && effectiveTargets(unit, manifest.targets).length === 0)
    .filter((unit) => unit.holder !== undefined)
    .map((unit) =>
      findingAt(document, `${unit.pointer}/scope`, {
        id: 'wrapper-coverage/scope-never-applies',
        message: `the scope of ${describeUnit(unit)} shares no target with the scope of the command that holds it`,
        fix: `correct the scope at ${unit.pointer} or at ${unit.holder?.pointer} in ${document.file}`,
      }),
    );
}

function nothingExcludedIsCovered({ document, units, manifest }: RuleSubject): Finding[] {
  const notes = new Map(
    manifest.exclusions.map(({ unit, path, key, name, note }) => [
      unitId({ kind: unit, path, name: key ?? name ?? '' }),
      note,
    ]),
  );
  return units.flatMap((unit) => {
    const note = notes.get(unitId(unit));
    if (note === undefined) return [];
    return [
      findingAt(document, unit.pointer, {
        id: 'wrapper-coverage/covers-excluded',
        message: `${describeUnit(unit)} is declared ${unit.level} although RULES.json excludes it: ${note}`,
        actual: unit.level,
        fix: `remove ${unit.pointer} from ${document.file}, or its exclusion from "parity_exclusions" in RULES.json`,
      }),
    ];
  });
}
