import type { VersionClaim } from '@fixpoint/model';

/** What is read for the metadata of a root. */
export interface MetadataFacts {
  readonly versions: readonly VersionFacts[];
  /** Versions that were measured, whether or not their snapshots are merged. */
  readonly measured: ReadonlySet<string>;
  /** The committed `wrapper_coverage.json`. */
  readonly wrapper?: string;
  /** Evidence of versions that have no union, by path. */
  readonly strayEvidence: readonly string[];
  readonly claim?: VersionClaim;
  /** Nothing will be written. */
  readonly comparing: boolean;
  /** The time that `SOURCE_DATE_EPOCH` asks for; a run that only compares does not look at it. */
  readonly epoch?: string;
}

/** What is read of one version, each as it is committed. */
export interface VersionFacts {
  readonly version: string;
  /** `snapshots/<version>/union.json`. */
  readonly union?: string;
  /** Names of the files in `reports/<version>`. */
  readonly reports: readonly string[];
  /** Texts of `validations/<version>/<name>.json` by name. */
  readonly evidence: Readonly<Record<string, string>>;
  /** `versions/<version>.json`. */
  readonly metadata?: string;
}

/** The derivation's name, which its findings begin with. */
export const VERSION_METADATA = 'version-metadata';
