import type { Artifact, RelativePath } from './artifact';
import type { Finding } from './finding';
import type { Ports } from './ports';
import type { Result } from './result';

/** What a user says of a version, under rules that let it be said; each derivation decides whether it believes it. */
export interface VersionClaim {
  readonly status?: string;
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
  readonly skipped?: readonly string[];
}

/** What a run was asked to look at; each derivation uses what applies to it. */
export interface Scope {
  /** One version only; all committed versions when absent. */
  readonly version?: string;
  /** One target triple only. */
  readonly target?: string;
  /** An executable to measure instead of the configured one (absolute path). */
  readonly binary?: string;
  /** What is claimed of `version`. */
  readonly claim?: VersionClaim;
  /** Requirements whose links somebody has looked at since their text changed: ids, or `*` for all. */
  readonly confirm?: readonly string[];
  /** Set when what can be mended in sources is to be mended. */
  readonly fix?: boolean;
  /** Set when the history may be asked for what helps the reader; what a run comes to never depends on it. */
  readonly history?: boolean;
  /** Set when the run compares only: a derivation then never measures what it can read. */
  readonly check: boolean;
}

/** What `derive` gives: artifacts sorted by path, or the findings that make deriving impossible. */
export type Derived = Result<readonly Artifact[]>;

/**
 * The unit one adds: a family of committed files and how they follow from their inputs.
 *
 * `Config` is the parsed marker of a root, `Facts` what was read from the world. Only `collect` is impure. `derive` and
 * `check` are functions of their arguments alone: no clock, host name, absolute path or environment.
 */
export interface Derivation<Config, Facts> {
  readonly id: string;
  readonly summary: string;
  /**
   * Globs (relative to the root) of the committed files that are this derivation's own; how orphans are found. `facts` are there
   * once they are collected, for a derivation whose outputs are listed in a committed file.
   */
  owns(config: Config, scope: Scope, facts?: Facts): readonly string[];
  /** Files that stay even if nothing derives them now, because they are measurements that cannot be re-made here. */
  keeps?(facts: Facts, config: Config, path: RelativePath): boolean;
  /** Whether deriving nothing at all is right for this root; without it an empty result is an error, not a pass. */
  allowsEmpty?(config: Config, scope: Scope): boolean;
  collect(ports: Ports, config: Config, scope: Scope): Promise<Result<Facts>>;
  /**
   * What `collect` gives, in parts: for measurements that take long. When a run writes, each part is derived and written before
   * the next one is collected, so that an interrupted run keeps what it has. A part that failed is the last one.
   */
  collectParts?(ports: Ports, config: Config, scope: Scope): AsyncIterable<Result<Facts>>;
  derive(facts: Facts, config: Config): Derived;
  /** Rules that a diff cannot express. */
  check?(facts: Facts, config: Config): readonly Finding[];
  /** Files that are written beside the artifacts and never compared (raw captures). */
  captures?(facts: Facts, config: Config): readonly Artifact[];
  /** The command that repairs drift of this derivation, for a root. */
  fix(root: string, version?: string): string;
}

/** A derivation of which only the identity matters to the holder. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- config and facts are private to each derivation
export type AnyDerivation<Config = any> = Derivation<Config, any>;
