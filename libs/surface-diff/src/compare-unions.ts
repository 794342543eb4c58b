import { failure, failureOf, success, type Finding, type Result } from '@fixpoint/model';
import type { Manifest, SurfaceDiff } from '@fixpoint/surface-formats';
import { compareVersions, measuredTargets, type ComparedVersion } from './compare';
import { impactOf, type Impact } from './consumers/impact';
import { toConsumers } from './consumers/to-consumers';
import { indexUses } from './consumers/use-index';
import { nothingInCommon } from './derivation/derive-diffs';
import { toFindings } from './findings';
import { unionFile } from '@fixpoint/surface-units';
import { readConsumers, readUnion, type ConsumerTexts } from './inputs/read-inputs';
import { ruleSetOf } from './rule-sets';

/** One side of a comparison, as committed. */
export interface CommittedVersion {
  readonly version: string;
  /** The union's text; undefined when there is none. */
  readonly text?: string;
  /** One target only, on both sides or on none. */
  readonly target?: string;
}

/** What is compared, and who uses it. */
export interface UnionsRequest {
  readonly from: CommittedVersion;
  readonly to: CommittedVersion;
  readonly consumers: ConsumerTexts;
}

/** A diff with what it does to the users of the surface. */
export interface ComparedUnions {
  readonly diff: SurfaceDiff;
  /** One for each change, in the order of the diff. */
  readonly impacts: readonly Impact[];
  /** The impacts as findings. */
  readonly findings: readonly Finding[];
}

/**
 * Compares two committed unions, or two targets.
 *
 * @returns the diff with its impacts, or everything that keeps the two from being compared
 */
export function compareUnions(
  { from, to, consumers }: UnionsRequest,
  manifest: Manifest,
): Result<ComparedUnions> {
  const old = readSide(from, manifest);
  const now = readSide(to, manifest);
  const records = readConsumers(consumers, manifest);
  if (!old.ok || !now.ok || !records.ok) {
    return allFailures([old, now, records]);
  }
  const apart = nothingInCommon(old.value, now.value);
  if (apart !== undefined) return failure(apart);
  const { diff, before } = compareVersions(old.value, now.value, ruleSetOf(manifest));
  const compared = [...diff.from.targets, ...diff.to.targets];
  const known = toConsumers({ ...records.value, targets: manifest.targets, compared });
  const usesOf = indexUses(known, before);
  const impacts = diff.changes.map((change) => impactOf(change, known, usesOf));
  return success({ diff, impacts, findings: toFindings(impacts, { manifest, diff }) });
}

/** Everything that stands in the way; of the kind of the first failure that names one. */
function allFailures(reads: readonly Result<unknown>[]): Result<never> {
  const failures = reads.flatMap((read) => (read.ok ? [] : [read]));
  const outcome = failures.find((read) => read.outcome !== undefined)?.outcome;
  return { ok: false, findings: failures.flatMap(({ findings }) => findings), outcome };
}

function readSide({ version, text, target }: CommittedVersion, manifest: Manifest): Result<ComparedVersion> {
  const union = readUnion(text, version, manifest);
  if (!union.ok) return union;
  const measured = measuredTargets(union.value);
  if (target === undefined || measured.includes(target))
    return success({ version, target, union: union.value });
  return failureOf('usage', {
    id: 'surface-diff/unknown-target',
    severity: 'error',
    message: `the union of ${version} has no target ${JSON.stringify(target)}`,
    file: unionFile(version),
    expected: measured.join(', '),
    actual: target,
    fix: `name one of its targets: ${measured.join(', ')}`,
  });
}
