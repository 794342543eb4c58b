import { z } from 'zod';

/** The marker `SUPPORT.json` of a support matrix. Unknown keys are refused. */
export const supportSchema = z
  .strictObject({
    $schema: z.string().optional(),
    support_schema_version: z.literal(1),
    tools: z
      .array(
        z.strictObject({
          tool: z.string().min(1).describe('The name that the rows of the tool carry.'),
          root: z
            .string()
            .min(1)
            .describe('The directory of the RULES.json of the tool, relative to this file.'),
        }),
      )
      .min(1)
      .describe('The tools of the matrix.'),
    page: z
      .string()
      .min(1)
      .default('support-matrix.md')
      .describe('The Markdown page that holds the two marker comments, relative to this file.'),
    severity: z
      .record(z.string(), z.enum(['error', 'warning', 'note', 'off']))
      .default({})
      .describe('Severity by finding id, or by prefix with a final `*`.'),
  })
  .describe('A support matrix of several wrapped tools');

/** The JSON Schema (2020-12) of `SUPPORT.json`, as users write it: keys with defaults are optional. */
export function supportJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(supportSchema, { io: 'input' }) as Record<string, unknown>;
}
