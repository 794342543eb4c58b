import type { CoverageLevel } from './wrapper';

/** Rules of a version's life (rules version 2). */
export interface LifecycleConfig {
  readonly supported: SupportedPolicy;
  /** Absent where nothing says how the wrapper is validated. */
  readonly validation?: ValidationConfig;
  readonly retention: RetentionConfig;
  readonly pointers: PointerConfig;
}

/** When a target counts as supported. */
export interface SupportedPolicy {
  /** `supported` needs a union over all expected targets. */
  readonly requiresUnionComplete: boolean;
  /** Levels that leave nothing to do. */
  readonly allowedLevels: readonly CoverageLevel[];
  /** The level of a unit of which nothing is said. */
  readonly treatMissingAs: CoverageLevel;
  /** A waiver counts only with the reason for it. */
  readonly waiversNeedNote: boolean;
}

/** How the wrapper is run with a real executable. */
export interface ValidationConfig {
  /** A program and its arguments, run in the root without a shell. */
  readonly command: readonly string[];
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
}

/** What `retain` keeps beside what it must keep. */
export interface RetentionConfig {
  readonly keepLastValidated: number;
  /** Versions that are never pruned. */
  readonly alwaysKeep: readonly string[];
}

/** What a pointer may name. */
export interface PointerConfig {
  readonly allowPrerelease: boolean;
}

/** The rules of a root that says nothing about them. */
export const DEFAULT_LIFECYCLE: LifecycleConfig = {
  supported: {
    requiresUnionComplete: true,
    allowedLevels: ['explicit', 'passthrough', 'intentionally_unsupported'],
    treatMissingAs: 'unknown',
    waiversNeedNote: true,
  },
  retention: { keepLastValidated: 3, alwaysKeep: [] },
  pointers: { allowPrerelease: false },
};
