import type { ReleaseWatch } from './release-watch';

/** Ways to print what `release-watch` found. */
export const WATCH_FORMATS = ['text', 'json', 'github'] as const;

/** One of them. */
export type WatchFormat = (typeof WATCH_FORMATS)[number];

const LISTED = 20;

/** Prints what was found; `github` gives the lines that a step of GitHub Actions appends to `$GITHUB_OUTPUT`. */
export function renderReleaseWatch(watch: ReleaseWatch, format: WatchFormat): string {
  return RENDERERS[format](watch);
}

const RENDERERS: Readonly<Record<WatchFormat, (watch: ReleaseWatch) => string>> = {
  text: toText,
  json: (watch) => `${JSON.stringify(watch, null, 2)}\n`,
  github: ({ newest, new_versions: versions }) =>
    [
      `has_new=${versions.length > 0}`,
      `newest=${newest ?? ''}`,
      `versions=${JSON.stringify(versions.map(({ version }) => version))}`,
      '',
    ].join('\n'),
};

function toText({
  tool,
  source,
  name,
  newest_snapshotted: since,
  new_versions: versions,
}: ReleaseWatch): string {
  const known = since === null ? 'no version has a snapshot' : `the newest snapshot is of ${since}`;
  const found = versions.length === 0 ? 'nothing newer' : `${versions.length} newer`;
  const head = `${tool} (${source} ${name}): ${found}; ${known}`;
  const listed = versions.slice(0, LISTED).map(({ version }) => `  ${version}`);
  const rest = versions.length - listed.length;
  return [head, ...listed, ...(rest > 0 ? [`  and ${rest} older (--format json lists all)`] : []), ''].join(
    '\n',
  );
}
