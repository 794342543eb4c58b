import { failure, success, type Result } from '@fixpoint/model';
import { fromPointer, toPointer } from '@fixpoint/structured-text';
import type { Manifest } from '@fixpoint/surface-formats';
import { z } from 'zod';

const words = z.array(z.string());

const schema = z.looseObject({
  version_metadata: z.looseObject({
    supported_policy: z.looseObject({
      requires_union_complete: z.boolean().default(false),
      requires_semantic_version: z.boolean().default(false),
      intentionally_unsupported_requires_note: z.boolean().default(false),
      coverage_requirement: z.looseObject({
        allowed_levels: words,
        disallowed_levels: words.default([]),
        treat_missing_as: z.string(),
      }),
    }),
  }),
});

/** `version_metadata.supported_policy` of rules version 1. */
export type ReferencePolicy = z.infer<typeof schema>['version_metadata']['supported_policy'];

/** Reads the policy that only this command insists on (parity contract §7, §12). */
export function readReferencePolicy({ raw }: Manifest): Result<ReferencePolicy> {
  const read = schema.safeParse(raw);
  if (read.success) return success(read.data.version_metadata.supported_policy);
  return failure(
    ...read.error.issues.map((issue) => {
      const path = toPointer(issue.path as (string | number)[]);
      return {
        id: 'version-metadata/policy-malformed',
        severity: 'error' as const,
        message: `RULES.json: ${fromPointer(path).join('.')}: ${issue.message}`,
        file: 'RULES.json',
        path,
        fix: `correct ${path} in RULES.json`,
      };
    }),
  );
}
