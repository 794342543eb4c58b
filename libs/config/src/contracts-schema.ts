import { z } from 'zod';

const path = z.string().min(1);
const severity = z.enum(['error', 'warning', 'note']);

const command = z
  .strictObject({
    command: z
      .array(z.string().min(1))
      .min(1)
      .describe('Program and arguments; `{input}` is the document, `{output}` the directory to write to.'),
    outputs: z
      .array(path)
      .min(1)
      .describe('Files the program writes, relative to `{output}` and to this file.'),
    version: z.string().min(1).describe('Version of the generator; another one is another hash.'),
  })
  .describe('A generator of your own.');

/** What is generated from a document, beside its types. */
export const documentExtras = z.strictObject({
  client: path.optional().describe('Where the typed client goes; it needs `types`.'),
  command: command.optional(),
});

/** The sections of a marker that do not say where documents are. */
export const contractSections = {
  schemas: z
    .array(
      z.strictObject({
        schema: path.describe('The JSON Schema: written if `from` is there, read if not.'),
        from: z
          .strictObject({
            kind: z.enum(['zod', 'typescript']),
            file: path,
            name: z.string().min(1).describe('The exported zod schema or type.'),
          })
          .optional()
          .describe('The code the schema is made from.'),
        dialect: z.enum(['2020-12', 'draft-07']).default('2020-12'),
        allow_unknown_keys: z.boolean().default(false),
        types: path.optional().describe('Where the types of a schema go that is written by hand.'),
        examples: z.array(path).default([]).describe('Globs of examples that have to be valid.'),
      }),
    )
    .default([])
    .describe('JSON Schemas.'),
  breaking: z
    .strictObject({
      base: z
        .string()
        .min(1)
        .optional()
        .describe('Git revision; the merge-base with the default branch if absent.'),
      baseline: path.optional().describe('Committed directory with the documents as they were published.'),
      waivers: path.optional().describe('YAML file of the waivers.'),
      unused_severity: severity.optional().describe('Severity of removals that no pact interaction uses.'),
    })
    .optional()
    .describe('What the documents are compared with.'),
  pacts: z
    .strictObject({
      files: z.array(path).min(1).describe('Globs of pact files.'),
      documents: z.array(z.string()).min(1).optional().describe('Documents of the provider; all if absent.'),
      allow_empty: z.boolean().default(false),
    })
    .optional()
    .describe('Pacts that the documents have to satisfy.'),
  events: z
    .strictObject({
      transcripts: z
        .array(
          z.strictObject({
            files: z.array(path).min(1).describe('Globs of transcripts.'),
            operation: z.string().min(1).describe('The operation, by its id.'),
            document: z.string().min(1).optional(),
            volatile: z
              .array(z.string())
              .default([])
              .describe('JSON pointers of values that change from run to run; `*` is any key.'),
            snapshots: path.optional().describe('Directory of the normalised snapshots.'),
          }),
        )
        .min(1),
    })
    .optional()
    .describe('Transcripts of event streams.'),
  metrics: z
    .strictObject({
      contract: path,
      spec: path.optional().describe('Markdown file with the table of the metrics.'),
      emissions: z
        .strictObject({
          files: z.array(path).min(1),
          pattern: z
            .string()
            .min(1)
            .describe('Regular expression whose group `name` is a metric, and `labels` its labels.'),
        })
        .optional(),
      limits: z
        .strictObject({
          series_per_metric: z.int().positive().optional(),
          series_total: z.int().positive().optional(),
        })
        .optional()
        .describe('Limits for a contract that has none itself.'),
      expositions: z.array(path).default([]).describe('Globs of exposition texts.'),
    })
    .optional()
    .describe('The metrics contract.'),
  severity: z
    .record(z.string(), z.enum(['error', 'warning', 'note', 'off']))
    .default({})
    .describe('Severity by finding id, or by prefix with a final `*`.'),
};

/** The marker `CONTRACTS.json`. Unknown keys are refused. */
export const contractsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    contracts_schema_version: z.literal(1),
    documents: z
      .record(
        z.string().min(1),
        documentExtras.extend({
          root: path.describe('The entry file of the document, relative to this file.'),
          types: path.optional().describe('Where the TypeScript types go.'),
        }),
      )
      .default({})
      .describe('OpenAPI documents by name.'),
    ...contractSections,
  })
  .describe('Contracts and what is derived from them');

/** The parts of a `redocly.yaml` that count here; everything else is Redocly's own. */
export const redoclySchema = z.looseObject({
  apis: z
    .record(
      z.string(),
      z.looseObject({
        root: path,
        'x-openapi-ts': z.looseObject({ output: path }).optional(),
        'x-fixpoint': documentExtras.optional(),
      }),
    )
    .default({}),
  'x-fixpoint': z.strictObject(contractSections).optional(),
});

/** The JSON Schema (2020-12) of `CONTRACTS.json`, as users write it: keys with defaults are optional. */
export function contractsJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(contractsSchema, { io: 'input' }) as Record<string, unknown>;
}
