/** What `--version` says, taken apart. */
export interface VersionFacts {
  readonly semantic_version?: string;
  /** `stable`, or the word a pre-release begins with (`beta`, `nightly`, `alpha`, …). */
  readonly channel?: string;
  readonly commit?: string;
}

// Semantic Versioning 2.0.0, §2, §9 and §10, not inside a longer dotted number such as an address.
const VERSION =
  /(?<![\w.])v?((?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)(?![\w]|\.\d)/;

const LABELLED_COMMIT = /\b(?:commit|revision|rev|sha|git|hash)\b[\s:=#(-]*([0-9a-f]{7,40})\b/i;
const BARE_COMMIT = /(?<![\w.])(?:g(?=[0-9a-f]{7,}))?([0-9a-f]{7,40})(?![\w.-])/g;
const CHANNEL = /^[A-Za-z]+/;

/**
 * Takes a version line apart. A number or a word of hex letters alone is not taken for a commit unless the text calls it
 * one: `build 20260101` and `defaced` are neither.
 */
export function parseVersionOutput(text: string): VersionFacts {
  const version = VERSION.exec(text);
  const commit = findCommit(text);
  return {
    ...(version?.[1] === undefined
      ? {}
      : { semantic_version: version[1], channel: channelOf(version[2], text) }),
    ...(commit === undefined ? {} : { commit }),
  };
}

function channelOf(prerelease: string | undefined, text: string): string {
  if (prerelease !== undefined) return CHANNEL.exec(prerelease)?.[0].toLowerCase() ?? 'prerelease';
  return /\b(nightly|beta)\b/i.exec(text)?.[1]?.toLowerCase() ?? 'stable';
}

function findCommit(text: string): string | undefined {
  const labelled = LABELLED_COMMIT.exec(text)?.[1];
  if (labelled !== undefined) return labelled.toLowerCase();
  const bare = [...text.matchAll(BARE_COMMIT)].map((match) => match[1] as string);
  return bare.find((word) => /\d/.test(word) && /[a-f]/.test(word));
}
