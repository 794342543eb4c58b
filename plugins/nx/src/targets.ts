import type { TargetConfiguration } from '@nx/devkit';
import { toExecutor } from './executor-id';
import type { ManifestRoot } from './manifest-root';
import type { NormalizedOptions, TargetId } from './options';
import { CONTRACT_TEMPLATES } from './contract-targets';
import { SPEC_TEMPLATES } from './spec-targets';
import { fingerprintCommand, ownInputs, PLUGIN_VERSION } from './own-source';
import { CLOCK, inRoot, notInRoot, SOURCES, type TargetTemplate } from './target-template';

const PARITY_MARKER = 'RULES.json';
const SUPPORT_MARKER = 'SUPPORT.json';

const UNIONS = 'snapshots/*/union.json';
const COVERAGE = 'wrapper_coverage.json';
const EVIDENCE = 'wrapper_evidence.json';
const DIFFS = ['diffs/*.json', 'history.json', 'history.md'];
const METADATA = 'versions/*.json';
/** What becomes of versions after they were reported: nothing before that reads it. */
const LIFECYCLE = [
  'versions/**/*',
  'validations/**/*',
  'pointers/**/*',
  'current.json',
  'latest_validated.txt',
  'min_supported.txt',
];

/**
 * A target that writes has its own outputs among its inputs: what it leaves behind depends on what it finds there (times are
 * kept, orphans removed, files without a source left alone), and a hit may not bring back what was there in another state.
 * What another target writes comes as that task's output, so that it is read after it was written.
 *
 * @req FP-NX-004, FP-NX-007, FP-NX-008
 */
const MANIFEST_TEMPLATES = {
  snapshot: {
    description: "Reads the help of the tool's binary over its whole command tree",
    // Declared coverage is an input: what a wrapper passes is asked for even if help never showed it.
    inputs: (at) => [
      inRoot(at, '**/*.json'),
      inRoot(at, 'raw_help/**/*'),
      ...notInRoot(at, UNIONS, 'reports/**/*', COVERAGE, EVIDENCE, ...DIFFS, ...LIFECYCLE),
      { dependentTasksOutputFiles: `**/${COVERAGE}` },
      { runtime: fingerprintCommand(at.root) },
      CLOCK,
    ],
    outputs: (at) => [inRoot(at, 'snapshots/*/!(union).json'), inRoot(at, 'raw_help/**/*')],
    dependsOn: ['wrapper-coverage'],
    cache: true,
  },
  union: {
    description: 'Merges the snapshots of each version over all its targets',
    inputs: (at) => [
      inRoot(at, 'RULES.json'),
      inRoot(at, UNIONS),
      { dependentTasksOutputFiles: '**/*' },
      CLOCK,
    ],
    outputs: (at) => [inRoot(at, UNIONS)],
    dependsOn: ['snapshot'],
    cache: true,
  },
  'wrapper-coverage': {
    description: 'Writes the declared coverage of the wrapper in its normal form',
    inputs: (at) => [
      ...SOURCES,
      ...notInRoot(at, 'snapshots/**/*', 'raw_help/**/*', 'reports/**/*', EVIDENCE, ...DIFFS, ...LIFECYCLE),
      CLOCK,
    ],
    outputs: (at) => [inRoot(at, COVERAGE)],
    dependsOn: [],
    cache: true,
  },
  report: {
    description:
      'Compares upstream with the wrapper, declared and as its source is, and writes what is missing',
    inputs: (at) => [
      ...SOURCES,
      ...notInRoot(at, 'snapshots/**/*', 'raw_help/**/*', COVERAGE, ...DIFFS, ...LIFECYCLE),
      { dependentTasksOutputFiles: '**/*.json' },
      CLOCK,
    ],
    outputs: (at) => [
      inRoot(at, 'reports/*/coverage.*.json'),
      inRoot(at, 'reports/*/work-queue.md'),
      inRoot(at, EVIDENCE),
    ],
    dependsOn: ['union', 'wrapper-coverage'],
    cache: true,
  },
  'surface-diff': {
    description: 'Compares each version with the one before it and writes the history of the surface',
    inputs: (at) => [
      inRoot(at, 'RULES.json'),
      ...DIFFS.map((glob) => inRoot(at, glob)),
      { dependentTasksOutputFiles: '**/*.json' },
    ],
    outputs: (at) => DIFFS.map((glob) => inRoot(at, glob)),
    // Who uses the surface is told by what the wrapper declares and passes.
    dependsOn: ['union', 'wrapper-coverage', 'report'],
    cache: true,
  },
  'wrapper-validate': {
    description:
      'Runs the validation command of the wrapper with the real executables and records how it ended',
    inputs: () => [],
    outputs: () => [],
    dependsOn: [],
    // A measurement, as below.
    cache: false,
  },
  'version-metadata': {
    description: 'Writes how far each version has come, as far as its artifacts support it',
    // Evidence is measured apart and committed: what was measured in the same run counts in the next one.
    inputs: (at) => [
      inRoot(at, 'RULES.json'),
      inRoot(at, METADATA),
      inRoot(at, 'validations/**/*'),
      { dependentTasksOutputFiles: '**/*.json' },
      CLOCK,
    ],
    outputs: (at) => [inRoot(at, METADATA)],
    dependsOn: ['union', 'wrapper-coverage', 'report'],
    cache: true,
  },
  promote: {
    description: 'Shows what promoting a version changes, and with --apply changes it in one step',
    inputs: () => [],
    outputs: () => [],
    dependsOn: [],
    // A decision, taken each time it is asked for.
    cache: false,
  },
  retain: {
    description: 'Shows which versions the retention rules prune, and with --apply prunes them',
    inputs: () => [],
    outputs: () => [],
    dependsOn: [],
    cache: false,
  },
  validate: {
    description: 'Derives every artifact again in memory and fails on what drifted',
    inputs: () => SOURCES,
    outputs: () => [],
    dependsOn: [],
    cache: true,
    markers: [PARITY_MARKER, SUPPORT_MARKER],
  },
  'snapshot-verify': {
    description: 'Measures the binary again and fails if the committed snapshot differs',
    inputs: () => [],
    outputs: () => [],
    dependsOn: [],
    // A measurement of the machine as it is: never answered from a cache.
    cache: false,
  },
  'support-matrix': {
    description: 'Publishes what is supported of which tool, by version and target',
    // The tools' roots come through the edges to their projects; the page may be any below the marker.
    inputs: () => ['{projectRoot}/**/*', '^default'],
    outputs: (at) => [inRoot(at, 'support-matrix.json'), inRoot(at, '**/*.md')],
    dependsOn: [],
    cache: true,
    markers: [SUPPORT_MARKER],
  },
} satisfies Partial<Record<TargetId, TargetTemplate>>;

/**
 * The inferred targets of one marker, under the names the options give them.
 *
 * @req FP-NX-011
 */
export function inferTargets(
  at: ManifestRoot,
  { names }: NormalizedOptions,
): Record<string, TargetConfiguration> {
  const entries = templatesOf(at);
  return Object.fromEntries(
    entries.map(([id, template]) => [names[id], toTarget(id, template, { at, names })]),
  );
}

function templatesOf({ kind, marker, targets }: ManifestRoot): [TargetId, TargetTemplate][] {
  if (kind === 'contracts') return Object.entries(CONTRACT_TEMPLATES) as [TargetId, TargetTemplate][];
  if (kind === 'specs')
    return (Object.entries(SPEC_TEMPLATES) as [TargetId, TargetTemplate][]).filter(
      ([id]) => targets?.includes(id) ?? true,
    );
  return (Object.entries(MANIFEST_TEMPLATES) as [TargetId, TargetTemplate][]).filter(
    ([, { markers = [PARITY_MARKER] }]) => markers.includes(marker),
  );
}

function toTarget(
  id: TargetId,
  template: TargetTemplate,
  { at, names }: { at: ManifestRoot; names: NormalizedOptions['names'] },
): TargetConfiguration {
  return {
    executor: toExecutor(id),
    // The version is part of the options so that an upgrade of the plugin is a new hash, also where no lock file says so.
    options: {
      root: at.root,
      ...(at.documents && { documents: at.documents }),
      // As is that of a generator, which is no part of the hash either where the plugin itself comes from this workspace.
      ...(template.generates === true && at.generators && { generators: at.generators }),
      pluginVersion: PLUGIN_VERSION,
    },
    cache: template.cache,
    ...(template.cache
      ? {
          inputs: [...template.inputs(at), ...ownInputs({ readsTests: at.kind === 'specs' })],
          outputs: [...template.outputs(at)],
        }
      : {}),
    ...(template.dependsOn.length > 0
      ? { dependsOn: template.dependsOn.map((target) => names[target]) }
      : {}),
    metadata: {
      description: template.description,
      technologies: ['fixpoint'],
      help: {
        command: `npx fixpoint ${id} --help`,
        example: { options: at.kind === 'manifest' ? { release: '1.2.3' } : { format: 'json' } },
      },
    },
  };
}
