import { z } from 'zod';

/** How far a version has come, each status resting on the one before it. */
export const VERSION_STATUSES = ['snapshotted', 'reported', 'validated', 'supported'] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

/** `versions/<version>.json`: what the committed artifacts of a version support (parity contract §7). */
export interface VersionMetadata {
  readonly schema_version: 1;
  readonly semantic_version: string;
  readonly status: VersionStatus;
  /** Rules version 1 only: metadata of rules version 2 follows from its inputs and has no time of its own. */
  readonly updated_at?: string;
  /** Rules version 1 only: carried over from the file before. */
  readonly notes?: string;
  readonly artifacts: {
    readonly snapshots_dir: string;
    readonly reports_dir: string;
    readonly union_complete: boolean;
  };
  readonly coverage?: {
    /** In target order. */
    readonly supported_targets: readonly string[];
    readonly supported_required_target: boolean;
  };
  readonly validation?: ValidationSets;
  readonly promotion: { readonly eligible_for_latest_validated: boolean };
  // -- rules version 2
  /** Every gate on the way to `supported`, in the order of the statuses. */
  readonly gates?: readonly VersionGate[];
}

/** How validation ended by target; under rules version 2 the three lists are disjoint and hold every expected target. */
export interface ValidationSets {
  readonly passed_targets?: readonly string[];
  readonly failed_targets?: readonly string[];
  readonly skipped_targets?: readonly string[];
}

/** One condition of a status. */
export interface VersionGate {
  /** Kebab-case, such as `required-target-passed`. */
  readonly id: string;
  /** The lowest status that needs it. */
  readonly status: VersionStatus;
  readonly holds: boolean;
  /** Why it does not hold. */
  readonly reason?: string;
}

const texts = z.array(z.string());

/** The shape of `versions/<version>.json` under rules version 2; unknown keys are refused. */
export const versionMetadataSchema = z.strictObject({
  schema_version: z.literal(1),
  semantic_version: z.string().min(1),
  status: z.enum(VERSION_STATUSES),
  artifacts: z.strictObject({
    snapshots_dir: z.string().min(1),
    reports_dir: z.string().min(1),
    union_complete: z.boolean(),
  }),
  coverage: z.strictObject({ supported_targets: texts, supported_required_target: z.boolean() }).optional(),
  validation: z
    .strictObject({ passed_targets: texts, failed_targets: texts, skipped_targets: texts })
    .optional(),
  promotion: z.strictObject({ eligible_for_latest_validated: z.boolean() }),
  gates: z.array(
    z.strictObject({
      id: z.string().min(1),
      status: z.enum(VERSION_STATUSES),
      holds: z.boolean(),
      reason: z.string().min(1).optional(),
    }),
  ),
}) satisfies z.ZodType<VersionMetadata>;
