import { committedSnapshotsDerivation, snapshotDerivation, unionDerivation } from '@fixpoint/cli-surface';
import { evidenceDerivation, reportDerivation, wrapperCoverageDerivation } from '@fixpoint/coverage';
import type { AnyDerivation } from '@fixpoint/model';
import { referenceValidatorDerivation } from '@fixpoint/reference-validator';

/** One row of the catalog. */
export interface CatalogRow {
  readonly derivation: AnyDerivation;
  /** The target that writes its artifacts; none for what can only be checked. */
  readonly target?: string;
  /** Whether `validate` derives it again: not what needs a binary that a machine may not have. */
  readonly validated: boolean;
}

/** Every derivation of a parity root, in the order of the pipeline. Adding one is its library and a row here. */
const ROWS: readonly CatalogRow[] = [
  { derivation: snapshotDerivation, target: 'snapshot', validated: false },
  { derivation: committedSnapshotsDerivation, validated: true },
  { derivation: referenceValidatorDerivation, validated: true },
  { derivation: unionDerivation, target: 'union', validated: true },
  { derivation: wrapperCoverageDerivation, target: 'wrapper-coverage', validated: true },
  { derivation: evidenceDerivation, target: 'report', validated: true },
  { derivation: reportDerivation, target: 'report', validated: true },
];

/** All derivations. */
export const DERIVATIONS: readonly AnyDerivation[] = ROWS.map(({ derivation }) => derivation);

/** Derivations by the target that writes them. */
export const PARITY_TARGETS: Readonly<Record<string, readonly AnyDerivation[]>> = Object.fromEntries(
  [...new Set(ROWS.flatMap(({ target }) => target ?? []))].map((target) => [
    target,
    ROWS.filter((row) => row.target === target).map(({ derivation }) => derivation),
  ]),
);

/** What `validate` derives again and compares. */
export const VALIDATED: readonly AnyDerivation[] = ROWS.filter(({ validated }) => validated).map(
  ({ derivation }) => derivation,
);
