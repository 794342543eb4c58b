import { compareFindings, type Finding } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { snapshotFile } from '../validate-snapshot';

/** The findings of several results as one sorted list, each once. */
export function allFindings(results: readonly { readonly findings: readonly Finding[] }[]): Finding[] {
  return results
    .flatMap(({ findings }) => findings)
    .sort(compareFindings)
    .filter(
      (finding, index, all) => index === 0 || compareFindings(all[index - 1] as Finding, finding) !== 0,
    );
}

/**
 * The required target has no snapshot.
 *
 * @req FP-UNION-002
 */
export function requiredMissing({ root, targets }: Manifest, version: string): Finding {
  const file = snapshotFile(version, targets.required);
  return {
    id: 'union/required-target-missing',
    severity: 'error',
    message: `${file} is missing: there is no union without the required target ${targets.required}`,
    file,
    expected: targets.required,
    fix: fixCommand('snapshot', { root, version, target: targets.required }),
  };
}

/** There is nothing to merge. */
export function noSnapshots({ root }: Manifest, version: string | undefined): Finding {
  return {
    id: 'union/no-snapshots',
    severity: 'error',
    message: `there is no snapshot of ${version ?? 'any version'} for an expected target: nothing to merge`,
    file: version === undefined ? 'snapshots' : `snapshots/${version}`,
    fix: fixCommand('snapshot', { root, version }),
  };
}

/** A file beside the snapshots that no target claims. */
export function unexpectedTarget(file: string, target: string, { targets }: Manifest): Finding {
  return {
    id: 'union/unexpected-target',
    severity: 'warning',
    message: `${target} is not an expected target, so no union reads ${file}`,
    file,
    expected: targets.expected.join(', '),
    actual: target,
    fix: `add "${target}" to the targets in RULES.json, or remove ${file}`,
  };
}

/** What was asked for cannot be the name of a version's directory. */
export function badVersion(version: string, { root }: Manifest): Finding {
  return {
    id: 'usage/version',
    severity: 'error',
    message: `${JSON.stringify(version)} is no version: it cannot name a directory below snapshots/`,
    file: '.',
    actual: version,
    fix: `name a version as its directory is named, or leave it out: ${fixCommand('union', { root })}`,
  };
}
