import type { Digest, Origin, OriginSpec } from '@fixpoint/artifact-lock';

/** How long and how much a source may take before it is given up. */
export interface Limits {
  /** Milliseconds without a byte. */
  readonly idleMs: number;
  /** Milliseconds for one answer as a whole. */
  readonly totalMs: number;
  /** Bytes of one download, where nothing says how many there are to be. */
  readonly maxBytes: number;
}

/** What of the surroundings a source may use; nothing else of the environment is read. */
export interface Network {
  /** Sent to the API and to nobody else. */
  readonly token?: string;
  /** Base address of the GitHub API. */
  readonly apiUrl: string;
  readonly limits: Limits;
}

/** GitHub allows assets of up to 2 GiB. */
export const DEFAULT_NETWORK: Network = {
  apiUrl: 'https://api.github.com',
  limits: { idleMs: 30_000, totalMs: 30 * 60_000, maxBytes: 2 ** 31 },
};

/** A downloaded asset on disk. */
export interface FetchedAsset<O extends Origin = Origin> extends Digest {
  /** The origin, completed by what the source told. */
  readonly origin: O;
  /** Absolute path. */
  readonly file: string;
}

/** Where to put a download and what may be used for it. */
export interface FetchRequest {
  /** An existing directory. */
  readonly directory: string;
  /** Known for what is pinned: more bytes than these are not read. */
  readonly sizeBytes?: number;
  readonly network: Network;
}

/** A published version, as the source names it. */
export interface Release {
  /** A version of an npm package, or the tag of a release. */
  readonly tag: string;
  /** Whether the source itself calls it one. */
  readonly isPrerelease: boolean;
}

/** Which versions are asked for. */
export type ReleaseQuery =
  | { readonly source: 'npm'; readonly package: string }
  | { readonly source: 'github'; readonly repo: string };

/**
 * A place that upstream artifacts come from. Every failure is a ToolError that says what was refused and what can be done;
 * nothing is retried and nothing waits longer than the limits.
 */
export interface ArtifactSource<O extends Origin> {
  /** Leading directories of its archives that are no part of the paths inside them. */
  readonly strip: number;
  /** Downloads one asset. */
  fetch(
    origin: O | Extract<OriginSpec, { source: O['source'] }>,
    request: FetchRequest,
  ): Promise<FetchedAsset<O>>;
  /** Every published version, in the order of the source; `directory` is the one that configuration is looked up from. */
  releases(name: string, from: { directory: string; network: Network }): Promise<readonly Release[]>;
}
