import type {
  BinarySource,
  LifecycleConfig,
  Manifest,
  ReleaseConfig,
  ToolConfig,
  WrapperConfig,
} from '@fixpoint/surface-formats';
import type { Rules } from './rules-schema';

/** Brings a marker of rules version 2 into the one form that derivations read. */
export function normalizeRules(rules: Rules, root: string): Manifest {
  const targets = Object.entries(rules.targets);
  return {
    rulesSchemaVersion: 2,
    migratedFrom: rules.migrated_from,
    root,
    targets: {
      required: targets.find(([, target]) => target.required)?.[0] ?? '',
      expected: targets.map(([triple]) => triple),
      platforms: Object.fromEntries(targets.map(([triple, target]) => [triple, target.platform])),
      runsOn: whereGiven(targets, 'runs_on'),
      assets: whereGiven(targets, 'asset'),
    },
    tool: toToolConfig(rules.tool),
    binaries: Object.fromEntries(
      targets.flatMap(([triple, target]) => (target.binary ? [[triple, toBinarySource(target.binary)]] : [])),
    ),
    union: {
      requireSameTool: true,
      requireSameSemanticVersion: true,
      requireSemanticVersion: true,
      foldRootFlags: rules.root_flags === 'fold',
    },
    release: rules.release && toReleaseConfig(rules.release),
    wrapper: rules.wrapper && toWrapperConfig(rules.wrapper),
    exclusions: rules.parity_exclusions,
    lifecycle: toLifecycle(rules),
    severity: rules.severity,
    raw: rules,
  };
}

function whereGiven(
  targets: readonly [string, Rules['targets'][string]][],
  key: 'asset' | 'runs_on',
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    targets.flatMap(([triple, { [key]: value }]) => (value === undefined ? [] : [[triple, value]])),
  );
}

function toToolConfig(tool: Rules['tool']): ToolConfig {
  return {
    name: tool.name,
    versionArgs: tool.version_args,
    helpForm: tool.help,
    helpFlag: tool.help_flag,
    helpExitCodes: tool.help_exit_codes,
    commandSeparator: tool.command_separator,
    skipCommands: tool.skip_commands,
    dialect: tool.dialect,
    columns: tool.columns,
    timeoutMs: tool.timeout_ms,
    maxDepth: tool.max_depth,
    maxPages: tool.max_pages,
    maxPageBytes: tool.max_page_bytes,
    concurrency: tool.concurrency,
    env: tool.env,
    features: tool.features && {
      listArgs: tool.features.list,
      enableFlag: tool.features.enable_flag,
      skipStages: tool.features.skip_stages,
    },
    completion: tool.completion,
    sources: tool.sources,
    probeFlags: tool.probe_flags,
    supplement: tool.supplement,
  };
}

function toBinarySource(binary: NonNullable<Rules['targets'][string]['binary']>): BinarySource {
  return {
    path: binary.path,
    command: binary.command,
    package: binary.package,
    via: binary.via,
    files: binary.files,
    runner: binary.runner,
    runnerEnv: binary.runner_env,
  };
}

function toReleaseConfig({
  tag_pattern: tagPattern,
  ...source
}: NonNullable<Rules['release']>): ReleaseConfig {
  return { ...source, tagPattern };
}

function toWrapperConfig(wrapper: NonNullable<Rules['wrapper']>): WrapperConfig {
  return {
    name: wrapper.name,
    project: wrapper.project,
    source: toSource(wrapper.source),
    evidence: wrapper.evidence,
  };
}

function toSource(source: NonNullable<Rules['wrapper']>['source']): WrapperConfig['source'] {
  if (source === undefined) return undefined;
  if ('module' in source) return { kind: 'module', path: source.module, exportName: source.export };
  if ('file' in source) return { kind: 'file', path: source.file };
  return { kind: 'command', command: source.command };
}

function toLifecycle({ supported, validation, retention, pointers }: Rules): LifecycleConfig {
  return {
    supported: {
      requiresUnionComplete: supported.requires_union_complete,
      allowedLevels: supported.allowed_levels,
      treatMissingAs: supported.treat_missing_as,
      waiversNeedNote: supported.waivers_need_note,
    },
    validation: validation && {
      command: validation.command,
      timeoutMs: validation.timeout_ms,
      env: validation.env,
    },
    retention: { keepLastValidated: retention.keep_last_validated, alwaysKeep: retention.always_keep },
    pointers: { allowPrerelease: pointers.allow_prerelease },
  };
}
