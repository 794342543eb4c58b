import { z } from 'zod';

/** How the validation command of a wrapper ended with the executable of one target. */
export const VALIDATION_OUTCOMES = ['passed', 'failed', 'skipped'] as const;
export type ValidationOutcome = (typeof VALIDATION_OUTCOMES)[number];

/**
 * `validations/<version>/<target>.json` (rules version 2): the wrapper was run with the real executable of a target. It is a
 * measurement, made by `wrapper-validate`, and counts only for the very executable and coverage that it names.
 */
export interface ValidationEvidence {
  readonly schema_version: 1;
  readonly semantic_version: string;
  readonly target_triple: string;
  readonly collected_at: string;
  readonly outcome: ValidationOutcome;
  /** Why it failed or was skipped, in words that are the same on every machine. */
  readonly detail?: string;
  /** The executable; it has to be the one that the snapshot of the target was made from. */
  readonly binary: { readonly sha256: string; readonly size_bytes: number };
  readonly wrapper: {
    readonly name?: string;
    readonly version?: string;
    /** SHA-256 (lower-case hex) of the bytes of `wrapper_coverage.json`: what was claimed of the wrapper then. */
    readonly coverage_sha256: string;
  };
  /** The words of `validation.command`. */
  readonly command: readonly string[];
  /** Absent when the command did not exit by itself. */
  readonly exit_code?: number;
  readonly generator: { readonly name: string; readonly version: string };
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex is needed');

/** The shape of `validations/<version>/<target>.json`; unknown keys are refused. */
export const validationEvidenceSchema = z.strictObject({
  schema_version: z.literal(1),
  semantic_version: z.string().min(1),
  target_triple: z.string().min(1),
  collected_at: z.string().min(1),
  outcome: z.enum(VALIDATION_OUTCOMES),
  detail: z.string().min(1).optional(),
  binary: z.strictObject({ sha256, size_bytes: z.int().min(0) }),
  wrapper: z.strictObject({
    name: z.string().min(1).optional(),
    version: z.string().min(1).optional(),
    coverage_sha256: sha256,
  }),
  command: z.array(z.string()).min(1),
  exit_code: z.int().optional(),
  generator: z.strictObject({ name: z.string().min(1), version: z.string().min(1) }),
}) satisfies z.ZodType<ValidationEvidence>;
