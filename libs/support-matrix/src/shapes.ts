import { z } from 'zod';

const units = z.array(z.unknown()).default([]);
const targets = z.array(z.string()).nullish();

/** Metadata of a version as the matrix reads it; both versions of the rules write these keys. */
export const metadataShape = z.looseObject({
  semantic_version: z.string().min(1),
  status: z.string().min(1),
  coverage: z.looseObject({ supported_targets: z.array(z.string()) }).optional(),
  validation: z
    .looseObject({ passed_targets: targets, failed_targets: targets, skipped_targets: targets })
    .nullish(),
});

/** A coverage report as the matrix reads it. */
export const reportShape = z.looseObject({
  inputs: z.looseObject({ upstream: z.looseObject({ targets: z.array(z.string()) }) }),
  deltas: z.looseObject({
    missing_commands: units,
    missing_flags: units,
    missing_args: units,
    unsupported: units,
    intentionally_unsupported: units,
    wrapper_only_commands: units,
    wrapper_only_flags: units,
    wrapper_only_args: units,
  }),
});

/** Metadata of one version. */
export type MetadataFacts = z.infer<typeof metadataShape>;

/** One coverage report. */
export type ReportFacts = z.infer<typeof reportShape>;
