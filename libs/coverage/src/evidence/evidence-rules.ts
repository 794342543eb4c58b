import type { Finding } from '@fixpoint/model';
import { fixCommand, type EvidenceUse } from '@fixpoint/surface-formats';
import { areRelated, type CoverageUnit, describeUnit, unitId, type UnitRef } from '@fixpoint/surface-units';
import { findingAt } from '@fixpoint/structured-text';
import { flagSpellings, relatedFlags, usedUnit, type EvidenceSubject } from './evidence-subject';

const REFUSING_LEVELS = ['unsupported', 'intentionally_unsupported'];

/** A rule over what the wrapper passes and what it declares; it gives all of its findings. */
export type EvidenceRule = (subject: EvidenceSubject) => Finding[];

/** The rules, each of which can be overruled by severity. */
export const EVIDENCE_RULES: readonly EvidenceRule[] = [
  whatIsDeclaredIsPassed,
  whatIsPassedIsDeclared,
  whatIsPassedIsKnownUpstream,
];

/**
 * An `explicit` command or flag that no place of the source passes. Arguments leave no trace that could be told apart, and
 * passthrough units are passed by the wrapper's user. Where the source also passes arguments that cannot be read, the unit
 * may be among them, so it is a warning only.
 *
 * @req FP-EVID-001
 */
function whatIsDeclaredIsPassed(subject: EvidenceSubject): Finding[] {
  const { evidence, declared, document, manifest } = subject;
  const severity = evidence.dynamic.length > 0 ? 'warning' : 'error';
  return declared
    .filter(({ kind, level }) => level === 'explicit' && kind !== 'arg')
    .filter((unit) => !evidence.uses.some((use) => isEvidence(use, unit, subject)))
    .map((unit) =>
      findingAt(document, unit.pointer, {
        id: 'evidence/declared-without-evidence',
        severity,
        message: `${describeUnit(unit)} is declared explicit, but nothing in the source of the wrapper passes it${
          severity === 'warning' ? ' (some of its arguments cannot be read)' : ''
        }`,
        expected: 'a place in the source that passes it',
        fix: `lower the level of ${describeUnit(unit)} where coverage is declared, then run: ${fixCommand('wrapper-coverage', manifest)}`,
      }),
    );
}

function isEvidence(use: EvidenceUse, unit: CoverageUnit, { upstream }: EvidenceSubject): boolean {
  const used = usedUnit(use, upstream);
  const ref = upstream?.canonical(unit) ?? unit;
  if (unit.kind === 'command') return leadsTo(ref.path, used.path);
  return use.kind === 'flag' && isSameFlag(used, ref, upstream);
}

function leadsTo(prefix: readonly string[], path: readonly string[]): boolean {
  return prefix.every((token, index) => path[index] === token);
}

function isSameFlag(a: UnitRef, b: UnitRef, upstream: EvidenceSubject['upstream']): boolean {
  return areRelated(a.path, b.path) && (a.name === b.name || flagSpellings(a, upstream).has(b.name));
}

/**
 * A command or flag that the source passes although the declaration is silent about it, or says the opposite.
 *
 * @req FP-EVID-002
 */
function whatIsPassedIsDeclared(subject: EvidenceSubject): Finding[] {
  return subject.evidence.uses.flatMap((use) => {
    const used = usedUnit(use, subject.upstream);
    if (isRoot(used) || isExcluded(used, subject) || !isKnownUpstream(used, subject)) return [];
    const entries = subject.declared.filter((unit) => isDeclarationOf(unit, used, subject));
    if (entries.length === 0) return [undeclared(use, used, subject)];
    const refused = entries.every(({ level }) => REFUSING_LEVELS.includes(level)) ? entries[0] : undefined;
    return refused === undefined ? [] : [contradicted(use, used, { entry: refused, subject })];
  });
}

function isDeclarationOf(unit: CoverageUnit, used: UnitRef, { upstream }: EvidenceSubject): boolean {
  const ref = upstream?.canonical(unit) ?? unit;
  if (unit.kind !== used.kind) return false;
  return unit.kind === 'command' ? unitId(ref) === unitId(used) : isSameFlag(used, ref, upstream);
}

function isExcluded(used: UnitRef, { manifest, upstream }: EvidenceSubject): boolean {
  return manifest.exclusions.some(({ unit: kind, path, key = '' }) => {
    const ref = { kind, path, name: key };
    const excluded = upstream?.canonical(ref) ?? ref;
    if (kind === 'command') return path.length > 0 && leadsTo(excluded.path, used.path);
    return kind === 'flag' && used.kind === 'flag' && isSameFlag(used, excluded, upstream);
  });
}

function undeclared(use: EvidenceUse, used: UnitRef, { manifest, directory }: EvidenceSubject): Finding {
  return {
    ...placeOf(use, directory),
    id: 'evidence/undeclared-use',
    severity: 'error',
    message: `the wrapper passes ${describeUnit(used)}${timesOf(use)}, but its coverage does not declare it`,
    path: [...used.path, used.name].filter((word) => word !== '').join(' '),
    expected: JSON.stringify(entryFor(used)),
    fix: `add ${JSON.stringify(entryFor(used))} where coverage is declared, then run: ${fixCommand('wrapper-coverage', manifest)}`,
  };
}

function entryFor({ kind, path, name }: UnitRef): object {
  return kind === 'command'
    ? { path, level: 'explicit' }
    : { path, level: 'explicit', flags: [{ key: name, level: 'explicit' }] };
}

function contradicted(
  use: EvidenceUse,
  used: UnitRef,
  { entry, subject }: { entry: CoverageUnit; subject: EvidenceSubject },
): Finding {
  return {
    ...placeOf(use, subject.directory),
    id: 'evidence/level-contradicted',
    severity: 'error',
    message: `the wrapper passes ${describeUnit(used)}${timesOf(use)}, but its coverage declares it ${entry.level}`,
    path: [...used.path, used.name].filter((word) => word !== '').join(' '),
    expected: 'explicit',
    actual: entry.level,
    fix: `declare it explicit in place of ${entry.pointer} of ${subject.document.file} where coverage is declared, then run: ${fixCommand('wrapper-coverage', subject.manifest)}`,
  };
}

/** A command or flag that the source passes and the newest upstream version does not have at all. */
function whatIsPassedIsKnownUpstream(subject: EvidenceSubject): Finding[] {
  const { evidence, upstream, version, directory } = subject;
  const unknown = evidence.uses
    .map((use) => ({ use, used: usedUnit(use, upstream) }))
    .filter(({ used }) => !isKnownUpstream(used, subject));
  const commands = unknown.filter(({ used }) => used.kind === 'command');
  // Everything that is passed to an unknown command is unknown; the command says it once.
  const isBelow = ({ path }: UnitRef): boolean => commands.some(({ used }) => leadsTo(used.path, path));
  return unknown
    .filter(({ used }) => used.kind === 'command' || !isBelow(used))
    .map(({ use, used }) => ({
      ...placeOf(use, directory),
      id: 'evidence/unknown-upstream',
      severity: 'error' as const,
      message: `the wrapper passes ${describeUnit(used)}${timesOf(use)}, which ${upstream?.union.tool} ${version} does not have`,
      path: [...used.path, used.name].filter((word) => word !== '').join(' '),
      actual: used.name === '' ? used.path.join(' ') : used.name,
      fix: `stop passing it at the position given, or snapshot the version of upstream that has it: ${fixCommand('snapshot', subject.manifest)}`,
    }));
}

function isKnownUpstream(used: UnitRef, { upstream }: EvidenceSubject): boolean {
  if (upstream === undefined || isRoot(used)) return true;
  return used.kind === 'command'
    ? upstream.find(used) !== undefined
    : relatedFlags(used, upstream).length > 0;
}

function isRoot({ kind, path }: UnitRef): boolean {
  return kind === 'command' && path.length === 0;
}

function placeOf({ places }: EvidenceUse, directory: string): Pick<Finding, 'file' | 'position'> {
  const [first] = places;
  if (first === undefined) return { file: directory };
  return { file: fileIn(directory, first.file), position: { line: first.line, column: first.column } };
}

/** A scanned file as a finding names it, relative to the root. */
export function fileIn(directory: string, file: string): string {
  return directory === '.' || directory === '' ? file : `${directory}/${file}`;
}

function timesOf({ places }: EvidenceUse): string {
  return places.length > 1 ? ` in ${places.length} places` : '';
}
