import { compareFindings, type Finding, type Outcome } from '@fixpoint/model';
import { checkCurrent } from './current/check-current';
import { toFinding, toWorkspaceFinding } from './findings/to-finding';
import type { ReferenceFinding, Violation } from './findings/violation';
import { checkPointerConsistency } from './pointers/check-pointer-consistency';
import { checkPointers, readPointers } from './pointers/check-pointers';
import type { RootContext } from './root-context';
import { checkExclusions } from './rules/check-exclusions';
import { ExclusionIndex } from './rules/exclusion-index';
import type { FatalFailure } from './rules/fatal';
import { readRules } from './rules/read-rules';
import { readSchemas } from './schema/read-schemas';
import { checkSupportMatrix } from './support-matrix/check-support-matrix';
import { checkVersion } from './versions/check-version';
import { checkVersionFiles, pointedVersions, versionSet } from './versions/version-set';
import type { RootReading, RootView } from './view/tree';
import { checkWrapper } from './wrapper/check-wrapper';

/**
 * What validating a root came to: its violations, or why nothing could be checked (`environment` for what is missing,
 * `usage` for what cannot be followed).
 */
export type Validation =
  | { readonly ok: true; readonly findings: readonly ReferenceFinding[] }
  | { readonly ok: false; readonly outcome: Outcome; readonly findings: readonly Finding[] };

/**
 * Holds a root to rules version 1 (parity contract §9): every check, all violations at once, in the order of all findings.
 * `referenceOrder` gives them the contract's own order.
 *
 * @req FP-ROOT-006
 */
export function validateReferenceRoot(view: RootView): Validation {
  const context = readContext(view);
  if (!context.ok) return context;
  const { workspace } = view;
  const findings = [
    ...rootViolations(context.value).map((violation) => toFinding(violation, view)),
    ...(workspace === undefined
      ? []
      : checkSupportMatrix(workspace).map((violation) => toWorkspaceFinding(violation, workspace))),
  ];
  return { ok: true, findings: findings.sort(compareFindings) };
}

/** Reads rules and schemas; without them nothing can be checked (parity contract §9.1). */
export function readContext(
  view: RootView,
): { readonly ok: true; readonly value: RootContext } | FatalFailure {
  const { reading = BY_FILES } = view;
  const rules = reading.readRules(view);
  const schemas = reading.readSchemas(view);
  if (rules.ok && schemas.ok) {
    const exclusions = new ExclusionIndex(rules.value);
    return { ok: true, value: { view, rules: rules.value, schemas: schemas.value, exclusions } };
  }
  const failures = [rules, schemas].filter((each) => !each.ok);
  const outcome = failures.some((each) => each.outcome === 'environment') ? 'environment' : 'usage';
  return { ok: false, outcome, findings: failures.flatMap(({ findings }) => findings) };
}

/** Rules and schemas as the contract has them: files of the root. */
const BY_FILES: RootReading = { readRules, readSchemas };

function rootViolations(context: RootContext): readonly Violation[] {
  const pointers = readPointers(context);
  const { hasLifecycle } = context.rules.policy;
  const pointed = new Set(pointedVersions(pointers));
  const versions = versionSet(context, pointers).map((version) =>
    checkVersion(context, version, { isPointed: pointed.has(version) }),
  );
  const metadata = new Map(
    versions.flatMap(({ version, metadata: value }) => (value === undefined ? [] : [[version, value]])),
  );
  return [
    ...checkExclusions(context),
    ...(hasLifecycle ? checkPointers(context) : []),
    ...checkVersionFiles(context),
    ...versions.flatMap(({ violations }) => violations),
    ...(hasLifecycle ? checkCurrent(context, pointers) : []),
    ...checkWrapper(context),
    ...checkPointerConsistency(context, pointers, metadata),
  ];
}
