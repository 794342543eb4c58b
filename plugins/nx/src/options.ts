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
  'regen-openapi',
  'regen-schema',
  'breaking',
  'provider-verify',
  'event-transcripts',
  'metrics-lint',
] as const;

/** One of the inferred targets, by its default name. */
export type TargetId = (typeof TARGETS)[number];

/** Options of the plugin in `nx.json`; every one may be left out. */
export interface FixpointPluginOptions {
  /** Globs of the markers, relative to the workspace root; one that starts with `!` excludes. */
  readonly manifests?: readonly string[];
  /**
   * Globs of OpenAPI documents that count without being named in a marker, relative to the workspace root; none by default. Their file
   * names have to contain `openapi` or `swagger`.
   */
  readonly documents?: readonly string[];
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
  readonly regenOpenapiTargetName?: string;
  readonly regenSchemaTargetName?: string;
  readonly breakingTargetName?: string;
  readonly providerVerifyTargetName?: string;
  readonly eventTranscriptsTargetName?: string;
  readonly metricsLintTargetName?: string;
}

/** Options with defaults filled in. */
export interface NormalizedOptions {
  readonly isMarker: (file: string) => boolean;
  readonly isDocument: (file: string) => boolean;
  readonly names: Readonly<Record<TargetId, string>>;
}

const DEFAULT_MANIFESTS = [
  '**/cli_manifest/RULES.json',
  '**/cli_manifests/*/RULES.json',
  '**/support_matrix/SUPPORT.json',
  '**/CONTRACTS.json',
  '**/redocly.yaml',
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
  'regen-openapi': 'regenOpenapiTargetName',
  'regen-schema': 'regenSchemaTargetName',
  breaking: 'breakingTargetName',
  'provider-verify': 'providerVerifyTargetName',
  'event-transcripts': 'eventTranscriptsTargetName',
  'metrics-lint': 'metricsLintTargetName',
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
  return {
    isMarker: matcherOf(options.manifests ?? DEFAULT_MANIFESTS),
    isDocument: matcherOf(options.documents ?? []),
    names: Object.fromEntries(names) as NormalizedOptions['names'],
  };
}

function matcherOf(globs: readonly string[]): (file: string) => boolean {
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  return wanted.length === 0 ? () => false : picomatch(wanted, { dot: true, ignore: excluded });
}
