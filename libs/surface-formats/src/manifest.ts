import type { LifecycleConfig } from './lifecycle';
import type { SourceConfig } from './source-config';
import type { WrapperCoverage } from './wrapper';

/**
 * A root's `RULES.json` after parsing, with defaults filled in and in one form for both rule sets. Made by `@fixpoint/config`;
 * derivations read nothing else of the marker.
 */
export interface Manifest {
  readonly rulesSchemaVersion: 1 | 2;
  /** The rules version that the root was migrated from, for as long as it holds measurements made under that one. */
  readonly migratedFrom?: 1;
  /** The root as the user names it, for messages and fixes (`libs/codex/cli_manifest`). */
  readonly root: string;

  readonly targets: TargetConfig;
  readonly tool?: ToolConfig;
  /** Where the executable of each target is found. */
  readonly binaries: Readonly<Record<string, BinarySource>>;
  readonly union: UnionConfig;
  readonly wrapper?: WrapperConfig;
  /** Where new upstream versions are looked for. */
  readonly release?: ReleaseConfig;
  readonly exclusions: readonly Exclusion[];
  /** Absent under rules version 1, whose commands read what they insist on from `raw`. */
  readonly lifecycle?: LifecycleConfig;
  /** Severity by finding id, or by prefix with a final `*`. */
  readonly severity?: Readonly<Record<string, 'error' | 'warning' | 'note' | 'off'>>;
  /** The raw document, for rules that compare it with the one supported value (rules version 1). */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The target triples of a root, in the order that every list follows. */
export interface TargetConfig {
  readonly required: string;
  readonly expected: readonly string[];
  /** Platform (linux, macos, windows) by target. */
  readonly platforms: Readonly<Record<string, string>>;
  /** Asset that is pinned for a new version by target, with `{version}` for the version. */
  readonly assets?: Readonly<Record<string, string>>;
  /** Label of the CI runner by target, where one is named. */
  readonly runsOn?: Readonly<Record<string, string>>;
}

/** How the tool's surface is read. */
export interface ToolConfig {
  readonly name: string;
  readonly versionArgs: readonly string[];
  /** `flag`: `<path> --help`; `subcommand`: `help <path>`, opt-in because it can start some programs. */
  readonly helpForm: 'flag' | 'subcommand';
  readonly helpFlag: string;
  /** Exit codes with which a help page may come; only 0 when absent. */
  readonly helpExitCodes?: readonly number[];
  /** What parts the words of a command in a call and on the pages (`auth:login`); they are words of their own when absent. */
  readonly commandSeparator?: string;
  /** Commands whose page is never asked for, because asking runs them. */
  readonly skipCommands?: readonly (readonly string[])[];
  /** A dialect id, or `auto` for detection from the page. */
  readonly dialect: string;
  readonly columns: number;
  readonly timeoutMs: number;
  readonly maxDepth: number;
  readonly maxPages: number;
  readonly maxPageBytes: number;
  /** Children at once; the machine's processors when absent. */
  readonly concurrency?: number;
  readonly env: Readonly<Record<string, string>>;
  readonly features?: {
    readonly listArgs: readonly string[];
    readonly enableFlag: string;
    readonly skipStages: readonly string[];
  };
  readonly completion?: { readonly args: readonly string[]; readonly format: 'clap-bash' };
  /** Further second sources, the most trusted first. */
  readonly sources?: readonly SourceConfig[];
  readonly probeFlags: boolean;
  /** Supplement file, relative to the root. */
  readonly supplement?: string;
}

/** Where one target's executable is found; the first that exists in the wanted version is used. */
export interface BinarySource {
  /** A path relative to the root or workspace. */
  readonly path?: string;
  /** A name that is looked up on PATH. */
  readonly command?: string;
  /** An npm package that carries it, looked up from the root and through `via` (packages that depend on it). */
  readonly package?: string;
  readonly via: readonly (readonly string[])[];
  /** Globs of the executable inside the package or the acquired archive. */
  readonly files: readonly string[];
  /** A command that runs it (`qemu-aarch64-static`); the target is skipped where that command is not there. */
  readonly runner: readonly string[];
  /** Environment variables of this machine that the runner needs; the target is skipped where one is not set. */
  readonly runnerEnv?: readonly string[];
}

/** Where upstream publishes, and which of its releases are versions of the tool. */
export type ReleaseConfig = (
  | { readonly source: 'npm'; readonly package: string }
  | { readonly source: 'github'; readonly repo: string }
) & {
  /** A regular expression with a group `version`. */
  readonly tagPattern?: string;
};

/** Rules of the merge. */
export interface UnionConfig {
  readonly requireSameTool: boolean;
  readonly requireSameSemanticVersion: boolean;
  readonly requireSemanticVersion: boolean;
  /** Per-command flags that repeat a root flag are folded into the root. */
  readonly foldRootFlags: boolean;
}

/** The wrapper and its declared coverage. */
export interface WrapperConfig {
  readonly name?: string;
  /** Exactly one of the three. Paths are relative to the root. */
  readonly source?:
    | { readonly kind: 'module'; readonly path: string; readonly exportName: string }
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'command'; readonly command: readonly string[] };
  /** The Nx project whose source is the wrapper. */
  readonly project?: string;
  readonly evidence?: EvidenceConfig;
}

/** Which source the evidence scan reads. */
export interface EvidenceConfig {
  readonly package?: string;
  /** Directory relative to the root, when the wrapper is not a package. */
  readonly directory?: string;
  readonly files: readonly string[];
}

/** A unit that is out of scope for parity. */
export interface Exclusion {
  readonly unit: 'command' | 'flag' | 'arg';
  readonly path: readonly string[];
  readonly key?: string;
  readonly name?: string;
  readonly category?: string;
  readonly note: string;
}

/** What a coverage module exports. */
export type CoverageDeclaration = Omit<WrapperCoverage, 'generated_at'>;
