import picomatch from 'picomatch';

/** The targets that are inferred, over all kinds of markers. */
export const TARGETS = [
  'snapshot',
  'union',
  'wrapper-coverage',
  'report',
  'surface-diff',
  'wrapper-validate',
  'version-metadata',
  'promote',
  'retain',
  'validate',
  'snapshot-verify',
  'support-matrix',
] as const;

/** One of the inferred targets, by its default name. */
export type TargetId = (typeof TARGETS)[number];

/** Options of the plugin in `nx.json`; every one may be left out. */
export interface FixpointPluginOptions {
  /** Globs of the markers, relative to the workspace root; one that starts with `!` excludes. */
  readonly manifests?: readonly string[];
  readonly snapshotTargetName?: string;
  readonly unionTargetName?: string;
  readonly wrapperCoverageTargetName?: string;
  readonly reportTargetName?: string;
  readonly surfaceDiffTargetName?: string;
  readonly wrapperValidateTargetName?: string;
  readonly versionMetadataTargetName?: string;
  readonly promoteTargetName?: string;
  readonly retainTargetName?: string;
  readonly validateTargetName?: string;
  readonly snapshotVerifyTargetName?: string;
  readonly supportMatrixTargetName?: string;
}

/** Options with defaults filled in. */
export interface NormalizedOptions {
  readonly isMarker: (file: string) => boolean;
  readonly names: Readonly<Record<TargetId, string>>;
}

const DEFAULT_MANIFESTS = [
  '**/cli_manifest/RULES.json',
  '**/cli_manifests/*/RULES.json',
  '**/support_matrix/SUPPORT.json',
];

/** The option that renames each target. */
const NAME_OPTIONS = {
  snapshot: 'snapshotTargetName',
  union: 'unionTargetName',
  'wrapper-coverage': 'wrapperCoverageTargetName',
  report: 'reportTargetName',
  'surface-diff': 'surfaceDiffTargetName',
  'wrapper-validate': 'wrapperValidateTargetName',
  'version-metadata': 'versionMetadataTargetName',
  promote: 'promoteTargetName',
  retain: 'retainTargetName',
  validate: 'validateTargetName',
  'snapshot-verify': 'snapshotVerifyTargetName',
  'support-matrix': 'supportMatrixTargetName',
} as const satisfies Record<TargetId, keyof FixpointPluginOptions>;

/** An option of the plugin as the reference shows it. */
export interface DescribedOption {
  readonly name: keyof FixpointPluginOptions;
  readonly default: string | readonly string[];
  readonly description: string;
}

/** Every option of the plugin, with its default. */
export const PLUGIN_OPTIONS: readonly DescribedOption[] = [
  {
    name: 'manifests',
    default: DEFAULT_MANIFESTS,
    description: 'Globs of the markers, relative to the workspace root; one that starts with `!` excludes.',
  },
  ...TARGETS.map((target) => ({
    name: NAME_OPTIONS[target],
    default: target,
    description: `The name of the target \`${target}\`.`,
  })),
];

/** Fills in the defaults; `undefined` is what Nx passes when the plugin is registered as a plain string. */
export function normalizeOptions(options: FixpointPluginOptions = {}): NormalizedOptions {
  const names = TARGETS.map((target) => [target, options[NAME_OPTIONS[target]] ?? target]);
  const globs = options.manifests ?? DEFAULT_MANIFESTS;
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  return {
    isMarker: picomatch(wanted, { dot: true, ignore: excluded }),
    names: Object.fromEntries(names) as NormalizedOptions['names'],
  };
}
