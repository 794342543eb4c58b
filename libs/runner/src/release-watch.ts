import { listReleased, type Released, type ReleasedVersion } from '@fixpoint/acquisition';
import type { Finding, FilePort, Verdict } from '@fixpoint/model';
import type { Manifest, ReleaseConfig } from '@fixpoint/surface-formats';
import { gt, rcompare, valid } from 'semver';
import { faultVerdict } from './fault-verdict';
import { networkOf } from './network';
import { openRoot } from './open-root';
import { placeRoot, type RootRequest } from './root-place';

/** Which upstream versions are wanted. */
export interface ReleaseWatchRequest extends RootRequest {
  /** Whether prereleases count as well. */
  readonly prereleases?: boolean;
}

/** Upstream versions that are newer than the newest one with a snapshot. */
export interface ReleaseWatch {
  /** The root as the user named it. */
  readonly root: string;
  readonly tool: string;
  /** `npm` or `github`. */
  readonly source: ReleaseConfig['source'];
  /** The package or repository. */
  readonly name: string;
  readonly newest_snapshotted: string | null;
  /** The first of `new_versions`. */
  readonly newest: string | null;
  /** The newest first. */
  readonly new_versions: readonly ReleasedVersion[];
}

const TARGET = 'release-watch';

/** Asks upstream for its versions and compares them with the snapshots of a root. Writes nothing; never throws. */
export async function releaseWatch(
  request: ReleaseWatchRequest,
): Promise<{ readonly verdict: Verdict; readonly watch?: ReleaseWatch }> {
  const { name: root, ports } = placeRoot(request);
  try {
    const opened = await openRoot({ name: root, ports });
    if (!opened.ok) return { verdict: verdictOf(root, opened.findings) };
    const manifest = opened.value.config as Manifest;
    if (manifest.release === undefined) return { verdict: verdictOf(root, [nothingToWatch()]) };
    const { release } = manifest;
    const released = await listReleased(release, {
      directory: ports.files.root,
      network: networkOf(ports.machine),
    });
    if (released.versions.length === 0) return { verdict: verdictOf(root, [noVersion(release, released)]) };
    const newest = await newestSnapshotted(ports.files);
    const versions = newVersions(released.versions, { newest, prereleases: request.prereleases === true });
    const watch: ReleaseWatch = {
      root,
      tool: manifest.tool?.name ?? '',
      source: release.source,
      name: nameOf(release),
      newest_snapshotted: newest ?? null,
      newest: versions[0]?.version ?? null,
      new_versions: versions,
    };
    return { verdict: verdictOf(root, []), watch };
  } catch (error) {
    return { verdict: faultVerdict(error, { target: TARGET, root, absoluteRoot: ports.files.root }) };
  }
}

function newVersions(
  released: readonly ReleasedVersion[],
  { newest, prereleases }: { newest?: string; prereleases: boolean },
): ReleasedVersion[] {
  return released.filter(
    ({ version, prerelease }) =>
      (prereleases || !prerelease) && (newest === undefined || gt(version, newest)),
  );
}

async function newestSnapshotted(files: FilePort): Promise<string | undefined> {
  const snapshots = await files.list(['snapshots/*/*.json']);
  const versions = snapshots.map((path) => path.split('/')[1] ?? '').filter((name) => valid(name) !== null);
  return versions.sort(rcompare)[0];
}

function nameOf(release: ReleaseConfig): string {
  return release.source === 'npm' ? release.package : release.repo;
}

function verdictOf(root: string, findings: readonly Finding[]): Verdict {
  const outcome = findings.length === 0 ? 'clean' : 'usage';
  return { target: TARGET, root, outcome, findings, drifts: [], written: [], removed: [], compared: 0 };
}

function nothingToWatch(): Finding {
  return {
    id: 'release-watch/no-release',
    severity: 'error',
    message: 'RULES.json does not say where new upstream versions are looked for',
    file: 'RULES.json',
    path: '/release',
    fix: 'add "release": { "source": "npm", "package": "<name>" } or { "source": "github", "repo": "<owner>/<name>" } to RULES.json',
  };
}

function noVersion(release: ReleaseConfig, { total, examples }: Released): Finding {
  const what = total === 0 ? 'has no releases' : `has ${total} releases, none of them a version of the tool`;
  return {
    id: 'release-watch/no-version',
    severity: 'error',
    message: `${nameOf(release)} ${what}`,
    file: 'RULES.json',
    path: '/release',
    expected: release.tagPattern ?? '1.2.3 or v1.2.3',
    ...(examples.length === 0 ? {} : { actual: examples.join(', ') }),
    fix: 'set "tag_pattern" of "release" in RULES.json to a regular expression with a group "version", such as ^tool-v(?<version>.+)$',
  };
}
