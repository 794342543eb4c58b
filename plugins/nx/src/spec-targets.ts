import type { ManifestRoot } from './manifest-root';
import { CLOCK, type Input, type TargetTemplate } from './target-template';

/** What `spec-files` found out about a target; a marker that cannot be read leaves the marker itself. */
const inputsOf =
  (...ids: readonly string[]) =>
  ({ root, inputs }: ManifestRoot): readonly Input[] => [
    ...new Set([
      root === '.' ? '{workspaceRoot}/SPECS.json' : `{workspaceRoot}/${root}/SPECS.json`,
      ...ids.flatMap((id) => (inputs?.[id] ?? []).map((glob) => `{workspaceRoot}/${glob}`)),
    ]),
  ];

const outputsOf =
  (id: string) =>
  ({ outputs }: ManifestRoot): readonly string[] =>
    (outputs?.[id] ?? []).map((path) => `{workspaceRoot}/${path}`);

const derived = (id: string, description: string): TargetTemplate => ({
  description,
  inputs: inputsOf(id),
  outputs: outputsOf(id),
  dependsOn: [],
  cache: true,
});

const uncached = (description: string): TargetTemplate => ({
  description,
  inputs: () => [],
  outputs: () => [],
  dependsOn: [],
  cache: false,
});

/** The targets of a directory of specs. */
export const SPEC_TEMPLATES = {
  'spec-extract': derived('spec-extract', 'Writes the index of the requirements that the specs state'),
  'spec-lint': derived(
    'spec-lint',
    'Checks that every normative sentence of the specs has an id, and ids their form',
  ),
  trace: derived(
    'trace',
    'Follows requirements into code, tests, contracts and features, and writes the matrix',
  ),
  'link-check': derived('link-check', 'Checks the links of all Markdown, offline'),
  // What mends reads what it mends: an answer from the cache would leave it as it is.
  'link-fix': uncached('Mends the links that can lead to one place only, and checks the rest'),
  // Other machines are in no hash.
  'link-check-external': uncached('Asks the hosts of external links whether they lead anywhere'),
  stepcheck: derived('stepcheck', 'Checks the steps of Gherkin features against their definitions'),
  validate: {
    ...derived('validate', 'Derives every artifact again in memory and fails on what drifted'),
    inputs: (at) => [...inputsOf('spec-extract', 'spec-lint', 'trace', 'link-check', 'stepcheck')(at), CLOCK],
  },
} satisfies Record<string, TargetTemplate>;
