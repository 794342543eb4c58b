import { z } from 'zod';

/** `current.json` of an enrolled root as the matrix reads it. */
export const currentShape = z.looseObject({
  expected_targets: z.array(z.string()).default([]),
  inputs: z
    .array(
      z.looseObject({
        target_triple: z.string(),
        binary: z.looseObject({ semantic_version: z.string().nullish() }).default({}),
      }),
    )
    .default([]),
});

/** Metadata of a version as the matrix reads it. */
export const metadataShape = z.looseObject({
  semantic_version: z.string(),
  status: z.string().nullish(),
  coverage: z
    .looseObject({ supported_targets: z.array(z.string()).default([]) })
    .default({ supported_targets: [] }),
});

/** Metadata of one version. */
export type SupportMetadata = z.infer<typeof metadataShape>;

const units = z.array(z.unknown()).default([]);

/** A coverage report as the matrix reads it. */
export const reportShape = z.looseObject({
  inputs: z
    .looseObject({
      upstream: z.looseObject({ targets: z.array(z.string()).default([]) }).default({ targets: [] }),
    })
    .default({ upstream: { targets: [] } }),
  deltas: z
    .looseObject({
      missing_commands: units,
      missing_flags: units,
      missing_args: units,
      intentionally_unsupported: units,
      wrapper_only_commands: units,
      wrapper_only_flags: units,
      wrapper_only_args: units,
    })
    .prefault({}),
});

/** One coverage report. */
export type SupportReport = z.infer<typeof reportShape>;
