/** The targets of all kinds of roots and what each does, in the order of the pipeline. */
export const TARGETS = {
  snapshot: "Reads the help of the tool's binary over its whole command tree",
  union: 'Merges the snapshots of each version over all its targets',
  'wrapper-coverage': 'Writes the declared coverage of the wrapper in its normal form',
  report: 'Compares upstream with the wrapper, declared and as its source is, and writes what is missing',
  'surface-diff': 'Compares each version with the one before it and writes the history of the surface',
  'wrapper-validate':
    'Runs the validation command of the wrapper with the real executables and records how it ended',
  'version-metadata': 'Writes how far each version has come, as far as its artifacts support it',
  validate: 'Derives every artifact again in memory and fails on what drifted',
  'snapshot-verify': 'Measures the binary again and fails if the committed snapshot differs',
  'support-matrix': 'Publishes what is supported of which tool, by version and target',
  'regen-openapi': 'Generates types and clients of the OpenAPI documents',
  'regen-schema': 'Makes JSON Schemas from code, and types from JSON Schemas',
  breaking: 'Compares the documents with their base and says what breaks whom',
  'provider-verify': 'Checks the pacts of the consumers against the documents of the provider',
  'event-transcripts': 'Checks transcripts of event streams and writes their normalised snapshots',
  'metrics-lint': 'Checks the metrics contract against names, budgets, spec, code and expositions',
  'spec-extract': 'Writes the index of the requirements that the specs state',
  'spec-lint': 'Checks that every normative sentence of the specs has an id, and ids their form',
  trace: 'Follows requirements into code, tests, contracts and features, and writes the matrix',
  'link-check': 'Checks the links of all Markdown, offline',
  'link-check-external': 'Asks the hosts of external links whether they lead anywhere',
  stepcheck: 'Checks the steps of Gherkin features against their definitions',
} as const;

/** One target by name. */
export type TargetName = keyof typeof TARGETS;
