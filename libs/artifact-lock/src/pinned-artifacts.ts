import { success, type Result } from '@fixpoint/model';
import { parseWrittenJson } from '@fixpoint/structured-text';
import { readLock } from './lock';
import type { LockText } from './lock-problem';
import { readReferenceLock } from './reference-lock';

/** The sha256 (lower-case hex) and size of a file. */
export interface Digest {
  readonly sha256: string;
  readonly size_bytes: number;
}

/** What a lock file of any known shape says of one artifact. */
export interface PinnedArtifact {
  readonly version: string;
  readonly target: string;
  /** What is downloaded. */
  readonly archive: Digest;
  /** The executable itself, which snapshots record as well; absent where only its archive is pinned. */
  readonly binary?: Digest;
  /** JSON pointer of the entry in the lock file. */
  readonly pointer: string;
}

/**
 * Reads `artifacts.lock.json` of any known shape (this product's own, and the three of rules version 1) into one form, for
 * whoever compares it with snapshots. Every problem at once, with its position.
 */
export function readPinnedArtifacts(text: string, file: string): Result<readonly PinnedArtifact[]> {
  const parsed = parseWrittenJson(text, file, 'lock');
  if (!parsed.ok) return parsed;
  return hasLockVersion(parsed.value)
    ? readOwnLock(parsed.value, { text, file })
    : readReferenceLock(parsed.value, { text, file });
}

function hasLockVersion(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'lock_version' in value;
}

function readOwnLock(value: unknown, at: LockText): Result<readonly PinnedArtifact[]> {
  const lock = readLock(value, at);
  if (!lock.ok) return lock;
  return success(
    lock.value.artifacts.map(({ version, target, archive, binary }, index) => ({
      version,
      target,
      archive,
      binary: { sha256: binary.sha256, size_bytes: binary.size_bytes },
      pointer: `/artifacts/${index}`,
    })),
  );
}
