import type { TargetConfiguration } from '@nx/devkit';
import type { ManifestRoot } from './manifest-root';
import type { NormalizedOptions, TargetId } from './options';
import { ownInputs, PLUGIN_VERSION, fingerprintCommand } from './own-source';

type Input = NonNullable<TargetConfiguration['inputs']>[number];

interface TargetTemplate {
  readonly description: string;
  readonly inputs: (at: ManifestRoot) => readonly Input[];
  readonly outputs: (at: ManifestRoot) => readonly string[];
  readonly dependsOn: readonly TargetId[];
  readonly cache: boolean;
}

const marker = ({ prefix }: ManifestRoot): string => `{projectRoot}/${prefix}RULES.json`;
const inRoot = ({ prefix }: ManifestRoot, glob: string): string => `{projectRoot}/${prefix}${glob}`;

/**
 * Source of the wrapper inside the manifest's own project. Which file declares coverage is written in the marker, which
 * inference does not open (reading 10,000 markers costs more than all the rest), so every source file counts.
 */
const WRAPPER_SOURCE = '{projectRoot}/**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx,json,yaml,yml}';


/** What the targets of a root write; an input only where a target says so. */
const DERIVED = ['snapshots/**/*', 'reports/**/*', 'wrapper_coverage.json', 'wrapper_evidence.json'];

/** The marker and whatever may declare coverage or be scanned for evidence. */
function wrapperSource(at: ManifestRoot): readonly Input[] {
  return [WRAPPER_SOURCE, ...DERIVED.map((glob) => `!${inRoot(at, glob)}`), '^default'];
}

const TEMPLATES: Readonly<Record<TargetId, TargetTemplate>> = {
  snapshot: {
    description: "Reads the help of the tool's binary over its whole command tree",
    // Its own snapshots are inputs: a run keeps what it does not measure, and looks at other versions for hidden flags.
    // Declared coverage is one as well: what a wrapper passes is asked for even if help never showed it.
    inputs: (at) => [
      marker(at),
      inRoot(at, 'snapshots/**/*.json'),
      inRoot(at, 'supplement/**/*'),
      { dependentTasksOutputFiles: '**/wrapper_coverage.json' },
      { runtime: fingerprintCommand(at.root) },
    ],
    outputs: (at) => [inRoot(at, 'snapshots/*/!(union).json'), inRoot(at, 'raw_help')],
    dependsOn: ['wrapper-coverage'],
    cache: true,
  },
  union: {
    description: 'Merges the snapshots of each version over all its targets',
    inputs: (at) => [
      marker(at),
      { dependentTasksOutputFiles: '**/snapshots/*/*.json' },
      { externalDependencies: [] },
    ],
    outputs: (at) => [inRoot(at, 'snapshots/*/union.json')],
    dependsOn: ['snapshot'],
    cache: true,
  },
  'wrapper-coverage': {
    description: 'Writes the declared coverage of the wrapper in its normal form',
    inputs: (at) => wrapperSource(at),
    outputs: (at) => [inRoot(at, 'wrapper_coverage.json')],
    dependsOn: [],
    cache: true,
  },
  report: {
    description:
      'Compares upstream with the wrapper, declared and as its source is, and writes what is missing',
    inputs: (at) => [...wrapperSource(at), { dependentTasksOutputFiles: '**/*.json' }],
    outputs: (at) => [inRoot(at, 'reports'), inRoot(at, 'wrapper_evidence.json')],
    dependsOn: ['union', 'wrapper-coverage'],
    cache: true,
  },
  validate: {
    description: 'Derives every artifact again in memory and fails on what drifted',
    inputs: (at) => [inRoot(at, '**/*'), WRAPPER_SOURCE, '^default'],
    outputs: () => [],
    dependsOn: [],
    cache: true,
  },
  'snapshot-verify': {
    description: 'Measures the binary again and fails if the committed snapshot differs',
    inputs: () => [],
    outputs: () => [],
    dependsOn: [],
    // A measurement of the machine as it is: never answered from a cache.
    cache: false,
  },
};

/** The inferred targets of one marker, under the names the options give them. */
export function inferTargets(
  at: ManifestRoot,
  { names }: NormalizedOptions,
): Record<string, TargetConfiguration> {
  const entries = Object.entries(TEMPLATES) as [TargetId, TargetTemplate][];
  return Object.fromEntries(
    entries.map(([id, template]) => [names[id], toTarget(id, template, { at, name: names[id], names })]),
  );
}

function toTarget(
  id: TargetId,
  template: TargetTemplate,
  { at, name, names }: { at: ManifestRoot; name: string; names: NormalizedOptions['names'] },
): TargetConfiguration {
  return {
    executor: `@fixpoint/nx:${id}`,
    // The version is part of the options so that an upgrade of the plugin is a new hash, also where no lock file says so.
    options: { root: at.root, pluginVersion: PLUGIN_VERSION },
    cache: template.cache,
    ...(template.cache
      ? { inputs: [...template.inputs(at), ...ownInputs()], outputs: [...template.outputs(at)] }
      : {}),
    ...(template.dependsOn.length > 0
      ? { dependsOn: template.dependsOn.map((target) => names[target]) }
      : {}),
    metadata: {
      description: template.description,
      technologies: ['fixpoint'],
      help: {
        command: `npx fixpoint ${id} --help`,
        example: { options: { version: '1.2.3' }, args: [`${name}`] },
      },
    },
  };
}
