import { z } from 'zod';
import { referenceRulesDocument } from './reference-rules-document';
import { rulesSchema } from './rules-schema';

/** The JSON Schema (2020-12) of rules version 2, as users write it: keys with defaults are optional. */
export function rulesJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(rulesSchema, { io: 'input' }) as Record<string, unknown>;
}

/** The JSON Schema (2020-12) of rules version 1: the keys that programs read, all others open. */
export function referenceRulesJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(referenceRulesDocument, { io: 'input' }) as Record<string, unknown>;
}
