import {
  committedSnapshotsDerivation,
  findMeasuredExecutable,
  snapshotDerivation,
  unionDerivation,
} from '@fixpoint/cli-surface';
import { evidenceDerivation, reportDerivation, wrapperCoverageDerivation } from '@fixpoint/coverage';
import { createWrapperValidateDerivation, versionMetadataDerivation } from '@fixpoint/lifecycle';
import { eventTranscriptsDerivation } from '@fixpoint/event-contracts';
import { regenSchemaDerivation } from '@fixpoint/json-schema';
import { metricsLintDerivation } from '@fixpoint/metrics-contract';
import type { AnyDerivation } from '@fixpoint/model';
import { regenOpenapiDerivation } from '@fixpoint/openapi';
import { breakingDerivations } from '@fixpoint/openapi-breaking';
import { providerVerifyDerivation } from '@fixpoint/provider-verify';
import { externalLinksDerivation, linkCheckDerivation } from '@fixpoint/link-check';
import { traceDerivation } from '@fixpoint/requirement-trace';
import { specExtractDerivation, specLintDerivation } from '@fixpoint/requirements';
import { consistencyDerivation } from '@fixpoint/root-consistency';
import { rootValidatorDerivation } from '@fixpoint/root-validator';
import { stepcheckDerivation } from '@fixpoint/stepcheck';
import { supportMatrixDerivation } from '@fixpoint/support-matrix';
import { surfaceDiffDerivation } from '@fixpoint/surface-diff';

/** One row of the catalog. */
export interface CatalogRow {
  readonly derivation: AnyDerivation;
  /** The target that writes its artifacts; none for what can only be checked. */
  readonly target?: string;
  /** Whether `validate` derives it again: not what needs a binary that a machine may not have. */
  readonly validated: boolean;
  /** Whether it has rules but no artifacts, so that its target has nothing to write. */
  readonly checksOnly?: boolean;
  /** Whether it asks other machines: only a target that a user runs on purpose does. */
  readonly asksOthers?: boolean;
}

/** Every derivation of a parity root, in the order of the pipeline. Adding one is its library and a row here. */
const ROWS: readonly CatalogRow[] = [
  { derivation: snapshotDerivation, target: 'snapshot', validated: false },
  { derivation: committedSnapshotsDerivation, validated: true },
  { derivation: rootValidatorDerivation, validated: true },
  { derivation: consistencyDerivation(() => ROWS.map(({ derivation }) => derivation)), validated: true },
  { derivation: unionDerivation, target: 'union', validated: true },
  { derivation: wrapperCoverageDerivation, target: 'wrapper-coverage', validated: true },
  { derivation: evidenceDerivation, target: 'report', validated: true },
  { derivation: reportDerivation, target: 'report', validated: true },
  { derivation: surfaceDiffDerivation, target: 'surface-diff', validated: true },
  {
    derivation: createWrapperValidateDerivation(findMeasuredExecutable),
    target: 'wrapper-validate',
    validated: false,
  },
  { derivation: versionMetadataDerivation, target: 'version-metadata', validated: true },
];

/** Every derivation of a support matrix. */
const SUPPORT_ROWS: readonly CatalogRow[] = [
  { derivation: supportMatrixDerivation, target: 'support-matrix', validated: true },
];

/** Every derivation of a directory of contracts. */
const CONTRACT_ROWS: readonly CatalogRow[] = [
  { derivation: regenOpenapiDerivation, target: 'regen-openapi', validated: true },
  { derivation: regenSchemaDerivation, target: 'regen-schema', validated: true },
  { derivation: breakingDerivations.breaking, target: 'breaking', validated: false, checksOnly: true },
  { derivation: breakingDerivations.baseline, validated: true },
  { derivation: providerVerifyDerivation, target: 'provider-verify', validated: true, checksOnly: true },
  { derivation: eventTranscriptsDerivation, target: 'event-transcripts', validated: true },
  { derivation: metricsLintDerivation, target: 'metrics-lint', validated: true, checksOnly: true },
];

/** Every derivation of a directory of specs, or of Markdown and features that are checked. */
const SPEC_ROWS: readonly CatalogRow[] = [
  { derivation: specExtractDerivation, target: 'spec-extract', validated: true },
  { derivation: specLintDerivation, target: 'spec-lint', validated: true, checksOnly: true },
  { derivation: traceDerivation, target: 'trace', validated: true },
  { derivation: linkCheckDerivation, target: 'link-check', validated: true, checksOnly: true },
  {
    derivation: externalLinksDerivation,
    target: 'link-check-external',
    validated: false,
    checksOnly: true,
    asksOthers: true,
  },
  { derivation: stepcheckDerivation, target: 'stepcheck', validated: true, checksOnly: true },
];

/** Targets that write nothing: whatever they find fails them. */
export const CHECK_TARGETS: ReadonlySet<string> = new Set(
  [...CONTRACT_ROWS, ...SPEC_ROWS].flatMap(({ target, checksOnly }) =>
    checksOnly === true && target !== undefined ? [target] : [],
  ),
);

/** Targets that ask other machines, and so may be given the means to. */
export const NETWORK_TARGETS: ReadonlySet<string> = new Set(
  SPEC_ROWS.flatMap(({ target, asksOthers }) =>
    asksOthers === true && target !== undefined ? [target] : [],
  ),
);

/** All derivations. */
export const DERIVATIONS: readonly AnyDerivation[] = [
  ...ROWS,
  ...SUPPORT_ROWS,
  ...CONTRACT_ROWS,
  ...SPEC_ROWS,
].map(({ derivation }) => derivation);

/** Derivations of a parity root by the target that writes them. */
export const PARITY_TARGETS = byTarget(ROWS);

/** What `validate` derives again and compares in a parity root. */
export const VALIDATED = validatedOf(ROWS);

/** Derivations of a support matrix by the target that writes them. */
export const SUPPORT_TARGETS = byTarget(SUPPORT_ROWS);

/** What `validate` derives again and compares in a support matrix. */
export const SUPPORT_VALIDATED = validatedOf(SUPPORT_ROWS);

/** Derivations of a directory of contracts by the target that writes or checks them. */
export const CONTRACT_TARGETS = byTarget(CONTRACT_ROWS);

/** What `validate` derives again and compares in a directory of contracts. */
export const CONTRACT_VALIDATED = validatedOf(CONTRACT_ROWS);

/** Derivations of a directory of specs by the target that writes or checks them. */
export const SPEC_TARGETS = byTarget(SPEC_ROWS);

/** What `validate` derives again and compares in a directory of specs. */
export const SPEC_VALIDATED = validatedOf(SPEC_ROWS);

function byTarget(rows: readonly CatalogRow[]): Readonly<Record<string, readonly AnyDerivation[]>> {
  const targets = [...new Set(rows.flatMap(({ target }) => target ?? []))];
  return Object.fromEntries(
    targets.map((target) => [
      target,
      rows.filter((row) => row.target === target).map(({ derivation }) => derivation),
    ]),
  );
}

/** @req FP-ENG-007 */
function validatedOf(rows: readonly CatalogRow[]): readonly AnyDerivation[] {
  return rows.filter(({ validated }) => validated).map(({ derivation }) => derivation);
}
