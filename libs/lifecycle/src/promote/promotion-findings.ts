import type { Finding } from '@fixpoint/model';
import {
  fixCommand,
  MIN_SUPPORTED_FILE,
  NO_VERSION,
  shellWord,
  versionMetadataFile,
  type Manifest,
} from '@fixpoint/surface-formats';
import type { PromotionRequest } from './promotion-facts';

/** What is said where a gate does not hold. */
export interface PromotionFindings {
  notStable(): Finding;
  notValidated(why: string): Finding;
  targetClosed(target: string, why: string): Finding;
  backward(path: string, move: { readonly from: string; readonly to: string }): Finding;
  malformedPointer(path: string, value: string): Finding;
  minSupportedClosed(version: string, status: unknown): Finding;
  belowMinSupported(least: string): Finding;
}

/** The findings of one promotion. */
export function promotionFindings({
  manifest,
  request,
}: {
  readonly manifest: Manifest;
  readonly request: PromotionRequest;
}): PromotionFindings {
  const { version } = request;
  const metadata = versionMetadataFile(version);
  const promote = fixCommand('promote', manifest, version);
  const make = (kind: string, parts: Omit<Finding, 'id' | 'severity'>): Finding => ({
    id: `promote/${kind}`,
    severity: 'error',
    ...parts,
  });
  return {
    notStable: () =>
      make('version-not-stable', {
        message: `${version} has a prerelease or build part, or is no version, and pointers name stable versions only`,
        file: 'RULES.json',
        actual: version,
        fix: `promote a stable version, or let RULES.json allow it ("pointers": { "allow_prerelease": true })`,
      }),
    notValidated: (why) =>
      make('not-validated', {
        message: `${version} is not validated: ${why}`,
        file: metadata,
        path: '/status',
        expected: 'validated, supported',
        fix: `${fixCommand('wrapper-validate', manifest, version)} && ${fixCommand('version-metadata', manifest, version)}, and cover what the reports name`,
      }),
    targetClosed: (target, why) =>
      make('target-closed', {
        message: `${version} cannot be promoted on ${target}: ${why}`,
        file: metadata,
        path: '/coverage/supported_targets',
        actual: target,
        fix: `${fixCommand('wrapper-validate', { root: manifest.root, version, target })} && ${fixCommand('version-metadata', manifest, version)}`,
      }),
    backward: (path, { from, to }) =>
      make('backward', {
        message: `${path} would move back from ${from} to ${to}`,
        file: path,
        expected: from,
        actual: to,
        fix: `${promote} --allow-backward`,
      }),
    malformedPointer: (path, value) =>
      make('pointer-malformed', {
        message: `${path} names neither a version nor ${NO_VERSION}, so nothing says where it would move from`,
        file: path,
        actual: value,
        fix: `write the version it is to name, or "${NO_VERSION}", into ${path}`,
      }),
    minSupportedClosed: (least, status) =>
      make('min-supported-not-validated', {
        message: `${least} cannot be the oldest supported version: ${typeof status === 'string' ? `its status is ${status}` : 'it has no metadata'}`,
        file: versionMetadataFile(least),
        fix: fixCommand('version-metadata', manifest, least),
      }),
    belowMinSupported: (least) =>
      make('below-min-supported', {
        message: `${version} is older than ${least}, the oldest version that is supported`,
        file: MIN_SUPPORTED_FILE,
        actual: least,
        fix: `${promote} --min-supported ${shellWord(version)}`,
      }),
  };
}
