import { z } from 'zod';
import { failure, success, type Result } from '@fixpoint/model';
import { toFinding, type LockText, type Problem } from './lock-problem';
import type { PinnedArtifact } from './pinned-artifacts';

const UNPACKED_LATER = /\.(?:tgz|tar|zip|7z|gz|bz2|xz|zst|br|deb|rpm|dmg|pkg|msi|whl|vsix)$/i;
/** The key of the upstream version carries the tool's name in some files (`<tool>_version`). */
const VERSION_KEY = /^(?!package_|schema_|lock_)\w+_version$/;

const entry = z.looseObject({
  target_triple: z.string().min(1),
  asset_name: z.string().min(1).optional(),
  sha256: z.string().regex(/^[0-9A-Fa-f]{64}$/, 'a sha256 in hex is needed'),
  size_bytes: z.int().min(0),
});

const referenceLock = z.looseObject({ artifacts: z.array(entry) });

/**
 * Reads the lock files of the system that rules version 1 come from: `version` or `schema_version` 1 and a list of assets,
 * each with `sha256` and `size_bytes` of what is downloaded. The version stands under a key that differs between tools.
 * Unknown keys are left alone. Format: parity contract §13.
 */
export function readReferenceLock(value: unknown, at: LockText): Result<readonly PinnedArtifact[]> {
  const shape = referenceLock.safeParse(value);
  if (!shape.success) {
    return failure(...shape.error.issues.map((issue) => toFinding(toProblem(issue), at)));
  }
  const problems = shape.data.artifacts.flatMap(unversioned);
  if (problems.length > 0) return failure(...problems.map((problem) => toFinding(problem, at)));
  return success(shape.data.artifacts.map(toPinnedArtifact));
}

type Entry = z.infer<typeof entry>;

function toPinnedArtifact(pinned: Entry, index: number): PinnedArtifact {
  const digest = { sha256: pinned.sha256.toLowerCase(), size_bytes: pinned.size_bytes };
  const isArchive = pinned.asset_name === undefined || UNPACKED_LATER.test(pinned.asset_name);
  return {
    version: versionOf(pinned) ?? '',
    target: pinned.target_triple,
    archive: digest,
    ...(isArchive ? {} : { binary: digest }),
    pointer: `/artifacts/${index}`,
  };
}

function versionOf(pinned: Entry): string | undefined {
  const versions = Object.entries(pinned).filter(([key]) => VERSION_KEY.test(key));
  const named = versions.find(([key]) => key === 'semantic_version') ?? versions[0];
  return typeof named?.[1] === 'string' && named[1] !== '' ? named[1] : undefined;
}

function unversioned(pinned: Entry, index: number): Problem[] {
  if (versionOf(pinned) !== undefined) return [];
  const message = 'the upstream version is missing, such as "semantic_version"';
  return [{ id: 'lock/invalid-value', at: ['artifacts', index], message }];
}

function toProblem(issue: z.core.$ZodIssue): Problem {
  return { id: 'lock/invalid-value', at: issue.path as (string | number)[], message: issue.message };
}
