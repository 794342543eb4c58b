import { failureOf, success, type Ports, type Result } from '@fixpoint/model';
import { compareBytes, type Manifest } from '@fixpoint/surface-formats';
import type { RuleSet } from '../rule-sets';

const VERSION_NAME = /^[0-9A-Za-z][0-9A-Za-z.+_-]*$/;

/** The versions that a run reports on: the named one, or those of the root that its rules count. */
export async function reportVersions(
  { files }: Ports,
  named: string | undefined,
  rule: RuleSet['report']['versions'],
): Promise<Result<readonly string[]>> {
  if (named !== undefined) {
    return VERSION_NAME.test(named) ? success([named]) : failureOf('usage', badVersion(named));
  }
  const withUnion = versionsIn(await files.list(['snapshots/*/union.json']));
  if (rule === 'with-union') return success(withUnion);
  const withReports = versionsIn(await files.list(['reports/*/coverage.*.json']));
  return success(withUnion.filter((version) => withReports.includes(version)));
}

/** The globs of all files that reports of a root may be made of. */
export function reportGlobs(version: string | undefined): string[] {
  const directory = `reports/${version ?? '*'}`;
  return [`${directory}/coverage.*.json`, `${directory}/work-queue.md`];
}

/** Whether a root has nothing to do with a wrapper: it names none, and nothing was ever reported. */
export async function isWithoutWrapper({ files }: Ports, { wrapper }: Manifest): Promise<boolean> {
  return wrapper === undefined && (await files.list(reportGlobs(undefined))).length === 0;
}

function versionsIn(paths: readonly string[]): string[] {
  return [...new Set(paths.map((path) => path.split('/')[1] ?? ''))].sort(compareBytes);
}

function badVersion(version: string) {
  return {
    id: 'report/version-name',
    severity: 'error' as const,
    message: `"${version}" is no version: it must be the name of a directory below snapshots/`,
    file: 'snapshots',
    actual: version,
    fix: 'name a version with --version, such as --version 1.2.3',
  };
}
