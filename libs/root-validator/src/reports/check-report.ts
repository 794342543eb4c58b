import { fixCommand } from '@fixpoint/surface-formats';
import type { Violation } from '../findings/violation';
import type { RootContext } from '../root-context';
import { checkDocument } from '../schema/json-document';
import { reportPath } from '../versions/version-files';
import { checkMissingExcluded } from './check-missing-excluded';
import { checkWaivedUnits } from './check-waived-units';

/** Which of a version's reports is meant. */
export interface ReportFilter {
  /** `any`, `all` or a target, as it stands in the file's name. */
  readonly filter: string;
  /** The target of a report about one. */
  readonly target?: string;
}

/** A report of a version that was parsed, and how it is made again. */
export interface ReportSource {
  readonly path: string;
  readonly report: unknown;
  readonly fix: string;
}

/** Holds one report to the rules; an absent one is right unless the version's status asks for it (parity contract §9.3 d). */
export function checkReport(
  context: RootContext,
  {
    version,
    required,
    filter,
    target,
  }: ReportFilter & { readonly version: string; readonly required: boolean },
): readonly Violation[] {
  const path = reportPath(version, filter);
  const fix = fixCommand('report', context.view, version);
  const missing = {
    code: 'REPORT_MISSING',
    unit: 'reports',
    field: 'reports',
    ...(target !== undefined && { keyOrName: target, target }),
    why: `the status of version ${version} asks for it`,
  } as const;
  const { value, violations } = checkDocument(context, {
    path,
    codes: { invalidJson: 'REPORT_INVALID_JSON', schemaInvalid: 'REPORT_SCHEMA_INVALID' },
    schema: context.schemas.report,
    fix,
    ...(required && { missing }),
  });
  if (value === undefined) return violations;
  const source = { path, report: value, fix };
  return [...violations, ...checkMissingExcluded(context, source), ...checkWaivedUnits(source)];
}
