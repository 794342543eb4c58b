import type { Finding, VersionClaim } from '@fixpoint/model';
import { fixCommand, VERSION_STATUSES, type Manifest, type VersionStatus } from '@fixpoint/surface-formats';
import { VERSION_METADATA } from '../metadata-facts';

/** What is wrong with a claim itself under rules version 1, before anything is read. */
export function refuseReferenceClaim(
  { status }: VersionClaim,
  version: string | undefined,
  manifest: Manifest,
): Finding | undefined {
  const command = `${fixCommand(VERSION_METADATA, manifest, version ?? '1.2.3')} --status`;
  if (status !== undefined && !isStatus(status)) {
    return usage('unknown-status', {
      message: `"${status}" is no status`,
      expected: VERSION_STATUSES.join(', '),
      actual: status,
      fix: `${command} reported`,
    });
  }
  if (version !== undefined) return undefined;
  return usage('claim-without-version', {
    message: 'a status or a target is claimed, but no version of which it is claimed',
    fix: `${command} ${status ?? 'validated'}`,
  });
}

/**
 * Nothing can be claimed under rules version 2.
 *
 * @req FP-LIFE-005
 */
export function refuseEveryClaim(
  _claim: VersionClaim,
  version: string | undefined,
  manifest: Manifest,
): Finding {
  return usage('claim-not-accepted', {
    message:
      'a version has the status that its artifacts support, and targets pass by evidence; neither can be claimed',
    fix: `${fixCommand(VERSION_METADATA, manifest, version)}; evidence is made by: ${fixCommand('wrapper-validate', manifest, version)}`,
  });
}

/** Whether a word is a status. */
export function isStatus(word: string | undefined): word is VersionStatus {
  return VERSION_STATUSES.some((status) => status === word);
}

function usage(kind: string, parts: Pick<Finding, 'message' | 'fix' | 'expected' | 'actual'>): Finding {
  return { id: `usage/${kind}`, severity: 'error', file: 'RULES.json', ...parts };
}
