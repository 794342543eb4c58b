import { z } from 'zod';
import { COMPLIANCE_PAGE } from '@fixpoint/spec-formats';

const globs = z.array(z.string().min(1)).min(1);
const off = z.literal(false);
const percentage = z.number().min(0).max(100);

const specs = z
  .strictObject({
    files: globs
      .optional()
      .describe('Globs of the specs (Markdown); `.specs/**/*.md` and `specs/**/*.md` if absent.'),
    ids: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('Regular expressions of ids; capital words and a number, joined by hyphens, if absent.'),
    informative: z.array(z.string().min(1)).default([]).describe('Globs of specs that state no requirement.'),
    output: z.string().min(1).default('requirements').describe('Directory of the index and of the trace.'),
    compliance: z.string().min(1).default(COMPLIANCE_PAGE).describe('The page over all specs.'),
    allow_empty: z.boolean().default(false).describe('Whether specs without any requirement are right.'),
  })
  .describe('Specs and the index of their requirements.');

const lint = z
  .strictObject({
    sections: z.array(z.string().min(1)).default([]).describe('Sections that every normative spec has.'),
  })
  .describe('Rules for the text of specs.');

const tagged = z.strictObject({
  files: globs.optional().describe('Globs of source files; those of the usual languages if absent.'),
  patterns: z
    .array(z.string().min(1))
    .default([])
    .describe('Regular expressions whose group `ids` holds ids, beside the tags that are known.'),
});

const layer = z.enum(['code', 'test', 'operation', 'pact', 'metric', 'feature']);

const trace = z
  .strictObject({
    code: tagged.optional(),
    tests: tagged.optional(),
    documents: globs.optional().describe('Globs of OpenAPI documents, whose operations have `x-req-id`.'),
    pacts: globs.optional().describe('Globs of pact files.'),
    metrics: globs.optional().describe('Globs of metrics contracts.'),
    features: globs.optional().describe('Globs of Gherkin features; `**/*.feature` if absent.'),
    needs: z
      .array(z.union([layer, z.array(layer).min(1)]))
      .min(1)
      .default([['test', 'feature']])
      .describe('Links that a requirement needs to be covered; of a list, one is enough.'),
    thresholds: z
      .strictObject({
        must: percentage.optional(),
        should: percentage.optional(),
        may: percentage.optional(),
        info: percentage.optional(),
      })
      .default({})
      .describe('Percentage of each level that has to be covered.'),
  })
  .describe('What requirements are followed into.');

const links = z
  .strictObject({
    files: globs.optional().describe('Globs of Markdown files; all below this file if absent.'),
    generated: z
      .array(z.string().min(1))
      .default([])
      .describe('Globs of files that a build makes; links to them are right.'),
    ignore: z
      .array(
        z.strictObject({
          link: z.string().min(1).describe('The target as it is written, or a glob.'),
          file: z.string().min(1).optional().describe('Glob of the files that it is written in.'),
          reason: z.string().min(1),
        }),
      )
      .default([])
      .describe('Links that are left alone; an entry that nothing needs is reported.'),
    external: z
      .strictObject({
        timeout_seconds: z.number().positive().max(300).default(15),
        concurrency: z.int().positive().max(64).default(8),
        retries: z.int().nonnegative().max(5).default(2),
      })
      .prefault({})
      .describe('How `link-check-external` asks for URLs.'),
  })
  .describe('Links of Markdown files.');

const steps = z
  .strictObject({
    features: globs.optional().describe('Globs of Gherkin features; `**/*.feature` if absent.'),
    definitions: globs.optional().describe('Globs of files with step definitions.'),
    patterns: z.string().min(1).optional().describe('A JSON list of patterns, instead of `definitions`.'),
  })
  .describe('Gherkin steps and their definitions.');

const orOff = <T extends z.ZodType>(section: T): z.ZodUnion<[z.ZodLiteral<false>, T]> =>
  z.union([off, section]);

/** The marker `SPECS.json`. Unknown keys are refused. */
export const specsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    specs_schema_version: z.literal(1),
    specs: orOff(specs).optional(),
    lint: orOff(lint).optional(),
    trace: orOff(trace).optional(),
    links: orOff(links).optional(),
    steps: orOff(steps).optional(),
    severity: z
      .record(z.string(), z.enum(['error', 'warning', 'note', 'off']))
      .default({})
      .describe('Severity by finding id, or by prefix with a final `*`.'),
  })
  .describe('Specs, links and steps of a project, and what follows from them');

/** The marker after its shape was checked. */
export type SpecsMarker = z.infer<typeof specsSchema>;

/** The sections with every default, for what a marker does not say. */
export const SPEC_SECTIONS = { specs, lint, trace, links, steps };

/** The JSON Schema (2020-12) of `SPECS.json`, as users write it: keys with defaults are optional. */
export function specsJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(specsSchema, { io: 'input' }) as Record<string, unknown>;
}
