import { fixCommand } from '@fixpoint/surface-formats';
import type { ViolationKeys } from '@fixpoint/model';
import type { Violation } from '../findings/violation';
import { checkReport, type ReportFilter } from '../reports/check-report';
import type { RootContext } from '../root-context';
import { checkDocument } from '../schema/json-document';
import { restoreCommand } from '../shared/fixes';
import { member, textMember } from '../shared/json-value';
import { fileAt } from '../view/tree';
import { checkValidationSets } from './check-validation-sets';
import { inputTargets, isSnapshot, isUnion, metadataPath, snapshotPath, unionPath } from './version-files';

/** What the files of one version came to. */
export interface CheckedVersion {
  readonly version: string;
  /** The parsed metadata; undefined when there is none that could be parsed. */
  readonly metadata?: unknown;
  readonly violations: readonly Violation[];
}

/** A part of a version's files: what it says, and what is wrong with it. */
interface Part {
  readonly value?: unknown;
  readonly violations: readonly Violation[];
}

const STATUSES_WITH_REPORTS: ReadonlySet<unknown> = new Set(['reported', 'validated', 'supported']);

/** Holds the metadata, union, snapshots and reports of one version to the rules (parity contract §9.3 d). */
export function checkVersion(
  context: RootContext,
  version: string,
  { isPointed }: { readonly isPointed: boolean },
): CheckedVersion {
  const metadata = checkMetadata(context, version, isPointed);
  const union = checkUnion(context, version);
  const targets = inputTargets(union.value);
  const complete = member(union.value, 'complete') === true;
  const required = STATUSES_WITH_REPORTS.has(textMember(metadata.value, 'status'));
  const reports: readonly ReportFilter[] = [
    { filter: 'any' },
    ...targets.map((target) => ({ filter: target, target })),
    ...(complete ? [{ filter: 'all' }] : []),
  ];
  return {
    version,
    metadata: metadata.value,
    violations: [
      ...metadata.violations,
      ...union.violations,
      ...targets.flatMap((target) => checkSnapshot(context, version, target)),
      ...reports.flatMap((report) => checkReport(context, { version, required, ...report })),
    ],
  };
}

function checkMetadata(context: RootContext, version: string, isPointed: boolean): Part {
  const path = metadataPath(version);
  const { value, violations } = checkDocument(context, {
    path,
    codes: { invalidJson: 'VERSION_METADATA_INVALID_JSON', schemaInvalid: 'VERSION_METADATA_SCHEMA_INVALID' },
    schema: context.schemas.versionMetadata,
    ...(isPointed && {
      missing: {
        code: 'VERSION_METADATA_MISSING',
        unit: 'versions',
        keyOrName: version,
        field: 'versions',
        why: `a pointer names version ${version}`,
      },
    }),
  });
  return {
    value,
    violations: [...violations, ...checkValidationSets(context, { version, metadata: value })],
  };
}

function checkUnion(context: RootContext, version: string): Part {
  const path = unionPath(version);
  const keys = { unit: 'snapshots', keyOrName: version, field: 'union' };
  const fix = fixCommand('union', context.view, version);
  const { value, violations } = checkDocument(context, {
    path,
    codes: { invalidJson: 'UNION_INVALID_JSON', schemaInvalid: 'UNION_SCHEMA_INVALID' },
    schema: context.schemas.union,
    fix,
    missing: { code: 'UNION_MISSING', ...keys, why: `version ${version} needs the union of its snapshots` },
  });
  if (value === undefined || isUnion(value)) return { value, violations };
  const message = `${path} is not a union (snapshot_schema_version 2, mode union)`;
  return {
    value,
    violations: [...violations, wrongKind('UNION_WRONG_KIND', { path, ...keys, message, fix })],
  };
}

function checkSnapshot(context: RootContext, version: string, target: string): readonly Violation[] {
  const path = snapshotPath(version, target);
  const keys = { unit: 'snapshots', keyOrName: target, field: 'per_target', target };
  const fix = restoreCommand(context.view, path);
  const isAbsent = fileAt(context.view, path).kind === 'absent';
  if (!context.rules.policy.checksSnapshots && !isAbsent) return [];
  const { value, violations } = checkDocument(context, {
    path,
    codes: { invalidJson: 'SNAPSHOT_INVALID_JSON', schemaInvalid: 'SNAPSHOT_SCHEMA_INVALID' },
    schema: context.schemas.snapshot,
    missing: { code: 'SNAPSHOT_MISSING', ...keys, why: `${unionPath(version)} has it among its inputs` },
  });
  if (value === undefined || isSnapshot(value)) return violations;
  const message = `${path} is not the snapshot of one target (snapshot_schema_version 1)`;
  return [...violations, wrongKind('SNAPSHOT_WRONG_KIND', { path, ...keys, message, fix })];
}

/** The violation of a document of another kind than its place asks for. */
export function wrongKind(
  code: 'UNION_WRONG_KIND' | 'SNAPSHOT_WRONG_KIND' | 'CURRENT_WRONG_KIND',
  rest: Pick<Violation, 'message' | 'fix'> & ViolationKeys,
): Violation {
  return { code, pointer: '/snapshot_schema_version', ...rest };
}
