import type { ManifestRoot } from './manifest-root';
import { CLOCK, type Input, type TargetTemplate } from './target-template';

/**
 * Everything below the marker, whichever project it belongs to: generated code is often a project of its own in there. What lies
 * elsewhere comes through the edges to its projects. An output is an input as well, so that a hit never brings back what was edited.
 */
const BELOW = ({ root }: ManifestRoot): readonly Input[] => [
  root === '.' ? '{workspaceRoot}/**/*' : `{workspaceRoot}/${root}/**/*`,
  '^default',
];

const outputsOf =
  (id: string) =>
  ({ root, outputs }: ManifestRoot): readonly string[] =>
    (outputs?.[id] ?? []).map((path) =>
      root === '.' ? `{workspaceRoot}/${path}` : `{workspaceRoot}/${root}/${path}`,
    );

const check = (description: string, inputs: readonly Input[] = []): TargetTemplate => ({
  description,
  inputs: (at) => [...BELOW(at), ...inputs],
  outputs: () => [],
  dependsOn: [],
  cache: true,
});

/**
 * The targets of a directory of contracts.
 *
 * @req FP-NX-007
 */
export const CONTRACT_TEMPLATES = {
  'regen-openapi': {
    ...check('Generates types and clients of the OpenAPI documents'),
    outputs: outputsOf('regen-openapi'),
    generates: true,
  },
  'regen-schema': {
    ...check('Makes JSON Schemas from code, and types from JSON Schemas'),
    outputs: outputsOf('regen-schema'),
    generates: true,
  },
  breaking: {
    description: 'Compares the documents with their base and says what breaks whom',
    inputs: () => [],
    outputs: () => [],
    dependsOn: [],
    // The base is a git revision, which is in no hash; a committed baseline is compared by `validate` as well.
    cache: false,
  },
  'provider-verify': check('Checks the pacts of the consumers against the documents of the provider'),
  'event-transcripts': {
    ...check('Checks transcripts of event streams and writes their normalised snapshots'),
    outputs: outputsOf('event-transcripts'),
  },
  'metrics-lint': check('Checks the metrics contract against names, budgets, spec, code and expositions'),
  validate: {
    ...check('Derives every artifact again in memory and fails on what drifted', [CLOCK]),
    generates: true,
  },
} satisfies Record<string, TargetTemplate>;
