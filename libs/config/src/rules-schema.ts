import { isRepository, parseOriginSpec } from '@fixpoint/artifact-lock';
import { COVERAGE_LEVELS, DEFAULT_LIFECYCLE } from '@fixpoint/surface-formats';
import { z } from 'zod';
import { sourceSchema } from './sources-schema';

const words = z.array(z.string());
const nonEmptyWords = z.array(z.string().min(1)).min(1);
const note = z.string().trim().min(1, 'a note that says why is needed');

const binary = z
  .strictObject({
    path: z.string().min(1).optional().describe('The executable, relative to this file.'),
    command: z
      .string()
      .regex(/^[^/\\]+$/, 'a name without directories is needed')
      .optional()
      .describe('The name of the executable on PATH, for tools that the system installs.'),
    package: z.string().min(1).optional().describe('The npm package that carries the executable.'),
    via: z
      .array(nonEmptyWords)
      .default([])
      .describe('Chains of packages through which `package` is looked up as well, outermost first.'),
    files: z
      .array(z.string().min(1))
      .default([])
      .describe(
        'Globs of the executable inside the package or the acquired archive; the first match is taken.',
      ),
    runner: words.default([]).describe('A command that runs the executable, such as an emulator.'),
    runner_env: z
      .array(z.string().min(1))
      .optional()
      .describe('Environment variables of the machine that are handed on to the runner, which needs them.'),
  })
  .describe('Where the executable of a target is found.');

const target = z.strictObject({
  platform: z
    .enum(['linux', 'macos', 'windows'])
    .describe('The platform that scopes of coverage entries name.'),
  required: z
    .boolean()
    .default(false)
    .describe('The target whose values stand for a unit wherever targets disagree.'),
  binary: binary.optional(),
  asset: z
    .string()
    .refine(isAssetTemplate, 'the asset of a release is needed, such as name@{version}')
    .optional()
    .describe(
      'The asset that is pinned for a new version: `<package>@{version}` of npm or `github:<owner>/<repo>@<tag>#<asset>`, with `{version}` for the version.',
    ),
  runs_on: z
    .string()
    .regex(/^[\w.-]+$/, 'the label of a runner is needed')
    .optional()
    .describe('The runner that CI makes the snapshot on; by default one of the platform and architecture.'),
});

const tool = z
  .strictObject({
    name: z.string().min(1).describe('The name recorded in snapshots.'),
    version_args: nonEmptyWords.default(['--version']),
    help: z
      .enum(['flag', 'subcommand'])
      .default('flag')
      .describe(
        '`flag`: `<path> --help`. `subcommand`: `help <path>`, which starts some programs: choose it knowingly.',
      ),
    help_flag: z.string().min(1).default('--help'),
    help_exit_codes: z
      .array(z.int().min(0).max(255))
      .min(1)
      .optional()
      .describe('Exit codes with which a help page may come; only 0 by default.'),
    command_separator: z
      .string()
      .min(1)
      .optional()
      .describe('What joins the words of a command (`auth:login`); they are words of their own by default.'),
    skip_commands: z
      .array(nonEmptyWords)
      .optional()
      .describe('Commands whose page is never asked for, because asking runs them.'),
    dialect: z
      .string()
      .min(1)
      .default('auto')
      .describe('A help dialect, or `auto` to detect it on each page.'),
    columns: z.int().min(40).max(1000).default(100).describe('The pinned width of help pages.'),
    timeout_ms: z.int().min(100).default(10_000).describe('Milliseconds until a page is given up.'),
    max_depth: z.int().min(1).default(12),
    max_pages: z.int().min(1).default(5_000),
    max_page_bytes: z.int().min(1024).default(4_194_304),
    concurrency: z.int().min(1).optional().describe('Children at once; the number of processors by default.'),
    env: z
      .record(z.string(), z.string())
      .default({})
      .describe('Added to the pinned environment of every child.'),
    features: z
      .strictObject({
        list: nonEmptyWords.describe('Arguments that print the feature switches.'),
        enable_flag: z.string().min(1).describe('The flag that enables one switch.'),
        skip_stages: words.default(['removed']).describe('Stages that are never enabled.'),
      })
      .optional(),
    completion: z
      .strictObject({ args: nonEmptyWords, format: z.enum(['clap-bash']) })
      .optional()
      .describe('How the tool prints a completion script: the second source of the surface.'),
    sources: z
      .array(sourceSchema)
      .optional()
      .describe('Second sources of the surface, the most trusted first.'),
    probe_flags: z
      .boolean()
      .default(false)
      .describe('Ask whether flags that help does not list are still accepted.'),
    supplement: z.string().min(1).optional().describe('A supplement file, relative to this file.'),
  })
  .describe('How the surface of the tool is read.');

const tagPattern = z
  .string()
  .refine(hasVersionGroup, 'a regular expression with a group "version" is needed, such as ^v(?<version>.+)$')
  .optional()
  .describe(
    'Which releases are versions of the tool. By default `1.2.3` and `v1.2.3`, without builds for one platform (`1.2.3-linux-x64`).',
  );

const release = z
  .discriminatedUnion('source', [
    z.strictObject({
      source: z.literal('npm'),
      package: z
        .string()
        .regex(/^(?:@[0-9a-z~][\w.~-]*\/)?[0-9A-Za-z~][\w.~-]*$/, 'the name of an npm package is needed'),
      tag_pattern: tagPattern,
    }),
    z.strictObject({
      source: z.literal('github'),
      repo: z.string().refine(isRepository, 'a repository is needed, such as owner/name'),
      tag_pattern: tagPattern,
    }),
  ])
  .describe('Where new upstream versions are looked for.');

function isAssetTemplate(template: string): boolean {
  return (
    template.includes('{version}') && parseOriginSpec(template.replaceAll('{version}', '1.2.3')) !== undefined
  );
}

function hasVersionGroup(pattern: string): boolean {
  try {
    return new RegExp(pattern) && pattern.includes('(?<version>');
  } catch {
    return false;
  }
}

const wrapper = z.strictObject({
  name: z.string().min(1).optional(),
  project: z.string().min(1).optional().describe('The Nx project that holds the wrapper: drawn as an edge.'),
  source: z
    .union([
      z.strictObject({ module: z.string().min(1), export: z.string().min(1).default('coverage') }),
      z.strictObject({ file: z.string().min(1) }),
      z.strictObject({ command: nonEmptyWords }),
    ])
    .optional()
    .describe(
      'The one place where coverage is declared: a TypeScript module, a JSON or YAML file, or a command.',
    ),
  evidence: z
    .strictObject({
      package: z.string().min(1).optional(),
      directory: z.string().min(1).optional(),
      files: z.array(z.string().min(1)).min(1),
    })
    .optional()
    .describe('The source of the wrapper that is scanned for what it really passes.'),
});

const exclusion = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('command'), path: words, category: z.string().optional(), note }),
  z.strictObject({
    unit: z.literal('flag'),
    path: words,
    key: z.string().min(1),
    category: z.string().optional(),
    note,
  }),
  z.strictObject({
    unit: z.literal('arg'),
    path: words,
    name: z.string().min(1),
    category: z.string().optional(),
    note,
  }),
]);

const { supported, retention, pointers } = DEFAULT_LIFECYCLE;

const level = z.enum(COVERAGE_LEVELS);

const supportedPolicy = z
  .strictObject({
    requires_union_complete: z
      .boolean()
      .default(supported.requiresUnionComplete)
      .describe('Whether a version needs a union over all expected targets to be supported.'),
    allowed_levels: z
      .array(level)
      .min(1)
      .default([...supported.allowedLevels])
      .describe(
        'Coverage levels that leave nothing to do; a unit of any other level makes its targets unsupported.',
      ),
    treat_missing_as: level
      .default(supported.treatMissingAs)
      .describe('The level of a unit of which the coverage says nothing.'),
    waivers_need_note: z
      .boolean()
      .default(supported.waiversNeedNote)
      .describe('Whether `intentionally_unsupported` counts only with a note that says why.'),
  })
  .describe('When a target of a version is supported.');

const validation = z
  .strictObject({
    command: nonEmptyWords.describe(
      'Program and arguments, run in the directory of this file without a shell; exit code 0 is passed, 77 skipped, any other failed.',
    ),
    timeout_ms: z.int().min(100).default(600_000).describe('Milliseconds until the command is given up.'),
    env: z.record(z.string(), z.string()).default({}).describe('Added to the pinned environment.'),
  })
  .describe('How the wrapper is validated with the real executable of a target.');

const retentionPolicy = z
  .strictObject({
    keep_last_validated: z
      .int()
      .min(1)
      .default(retention.keepLastValidated)
      .describe('How many of the newest validated versions are kept.'),
    always_keep: words.default([...retention.alwaysKeep]).describe('Versions that are never pruned.'),
  })
  .describe(
    'What pruning keeps beside what pointers name and what is newer than the newest validated version.',
  );

const pointerPolicy = z
  .strictObject({
    allow_prerelease: z
      .boolean()
      .default(pointers.allowPrerelease)
      .describe('Whether a pointer may name a version with a prerelease or build part.'),
  })
  .describe('What pointers may name.');

/** Rules version 2: the marker `RULES.json` of a parity root. Unknown keys are refused. */
export const rulesSchema = z
  .strictObject({
    $schema: z.string().optional(),
    rules_schema_version: z.literal(2),
    migrated_from: z
      .literal(1)
      .optional()
      .describe(
        'Written by `fixpoint migrate`: snapshots of rules version 1, which name no generator, are warnings until they are measured again. To be removed with the last of them.',
      ),
    tool,
    targets: z
      .record(z.string().min(1), target)
      .describe('The expected targets, in the order that every list follows.'),
    root_flags: z
      .enum(['fold', 'keep'])
      .default('fold')
      .describe('Whether flags of commands that repeat a root flag are folded into the root.'),
    release: release.optional(),
    wrapper: wrapper.optional(),
    parity_exclusions: z
      .array(exclusion)
      .default([])
      .describe('Units that are out of scope, each with the reason.'),
    supported: supportedPolicy.prefault({}),
    validation: validation.optional(),
    retention: retentionPolicy.prefault({}),
    pointers: pointerPolicy.prefault({}),
    severity: z
      .record(z.string(), z.enum(['error', 'warning', 'note', 'off']))
      .default({})
      .describe('Severity by finding id, or by prefix with a final `*`.'),
  })
  .describe('Rules of a Fixpoint parity root');

/** A marker of rules version 2 with defaults filled in. */
export type Rules = z.infer<typeof rulesSchema>;
