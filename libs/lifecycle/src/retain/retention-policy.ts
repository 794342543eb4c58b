import { failure, success, type Result } from '@fixpoint/model';
import { DEFAULT_LIFECYCLE, type Manifest, type RetentionConfig } from '@fixpoint/surface-formats';
import { z } from 'zod';

const schema = z.looseObject({
  storage: z.looseObject({ retention: z.looseObject({ keep_last_validated: z.int().min(0) }) }),
});

/** `storage.retention` of rules version 1, which only pruning insists on (parity contract §8, §12). */
export function readReferenceRetention({ raw }: Manifest): Result<RetentionConfig> {
  const read = schema.safeParse(raw);
  if (read.success) {
    return success({ keepLastValidated: read.data.storage.retention.keep_last_validated, alwaysKeep: [] });
  }
  return failure({
    id: 'retain/policy-malformed',
    severity: 'error',
    message: 'RULES.json: storage.retention.keep_last_validated has to be a whole number',
    file: 'RULES.json',
    path: '/storage/retention/keep_last_validated',
    fix: 'set "keep_last_validated" in "storage": { "retention": … } of RULES.json',
  });
}

/** `retention` of rules version 2. */
export function readRetention({ lifecycle = DEFAULT_LIFECYCLE }: Manifest): Result<RetentionConfig> {
  return success(lifecycle.retention);
}
