import picomatch from 'picomatch';
import { COMPLIANCE_PAGE, SPEC_FOLDERS } from '@fixpoint/spec-formats';

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
  'spec-extract',
  'spec-lint',
  'trace',
  'link-check',
  'link-fix',
  'link-check-external',
  'stepcheck',
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
  /**
   * Globs of specs that count without a marker, relative to the workspace root; Markdown in folders `specs` and `.specs` by default, and
   * nothing else can.
   */
  readonly specs?: readonly string[];
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
  readonly specExtractTargetName?: string;
  readonly specLintTargetName?: string;
  readonly traceTargetName?: string;
  readonly linkCheckTargetName?: string;
  readonly linkFixTargetName?: string;
  readonly linkCheckExternalTargetName?: string;
  readonly stepcheckTargetName?: string;
}

/** Options with defaults filled in. */
export interface NormalizedOptions {
  readonly isMarker: (file: string) => boolean;
  readonly isDocument: (file: string) => boolean;
  readonly isSpec: (file: string) => boolean;
  /** Whether a page over specs counts where these are gone. */
  readonly isIndex: (file: string) => boolean;
  readonly names: Readonly<Record<TargetId, string>>;
}

const DEFAULT_MANIFESTS = [
  '**/cli_manifest/RULES.json',
  '**/cli_manifests/*/RULES.json',
  '**/support_matrix/SUPPORT.json',
  '**/CONTRACTS.json',
  '**/redocly.yaml',
  '**/SPECS.json',
];

const DEFAULT_SPECS = [
  ...SPEC_FOLDERS.map((folder) => `**/${folder}/**/*.md`),
  // What tests read is nobody's specification.
  '!**/{fixtures,__fixtures__}/**',
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
  'spec-extract': 'specExtractTargetName',
  'spec-lint': 'specLintTargetName',
  trace: 'traceTargetName',
  'link-check': 'linkCheckTargetName',
  'link-fix': 'linkFixTargetName',
  'link-check-external': 'linkCheckExternalTargetName',
  stepcheck: 'stepcheckTargetName',
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
  {
    name: 'specs',
    default: DEFAULT_SPECS,
    description:
      'Globs of specs that count without a `SPECS.json`: Markdown in folders `specs` and `.specs`; one that starts with `!` excludes.',
  },
  ...TARGETS.map((target) => ({
    name: NAME_OPTIONS[target],
    default: target,
    description: `The name of the target \`${target}\`.`,
  })),
];

/**
 * Fills in the defaults; `undefined` is what Nx passes when the plugin is registered as a plain string.
 *
 * @req FP-NX-003
 */
export function normalizeOptions(options: FixpointPluginOptions = {}): NormalizedOptions {
  const names = TARGETS.map((target) => [target, options[NAME_OPTIONS[target]] ?? target]);
  return {
    isMarker: matcherOf(options.manifests ?? DEFAULT_MANIFESTS),
    isDocument: matcherOf(options.documents ?? []),
    isSpec: matcherOf(withExclusions(options.specs)),
    isIndex: matcherOf([
      `**/${COMPLIANCE_PAGE}`,
      ...withExclusions(options.specs).filter((glob) => glob.startsWith('!')),
    ]),
    names: Object.fromEntries(names) as NormalizedOptions['names'],
  };
}

// Who only takes folders away means the usual ones without them.
function withExclusions(specs: readonly string[] = DEFAULT_SPECS): readonly string[] {
  return specs.every((glob) => glob.startsWith('!')) ? [...DEFAULT_SPECS, ...specs] : specs;
}

function matcherOf(globs: readonly string[]): (file: string) => boolean {
  const excluded = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const wanted = globs.filter((glob) => !glob.startsWith('!'));
  return wanted.length === 0 ? () => false : picomatch(wanted, { dot: true, ignore: excluded });
}
