import {
  LOCK_FILE,
  lockText,
  parseLock,
  readPinnedArtifacts,
  type PinnedArtifact,
} from '@fixpoint/artifact-lock';
import { ToolError, type FilePort, type Finding } from '@fixpoint/model';
import { byteDifference } from './byte-difference';
import { problemOf } from './problem-at';

/** What the lock file of a root says, and what is wrong with it. */
export interface LockFacts {
  /** Whether anything goes by its name, be it readable or not. */
  readonly isThere: boolean;
  /** Empty where the file cannot be followed; `findings` then say why. */
  readonly pinned: readonly PinnedArtifact[];
  readonly findings: readonly Finding[];
}

/** Reads `artifacts.lock.json`. What it holds is compared by others; here it only has to be what it says it is. */
export async function collectLock(files: FilePort, root: string): Promise<LockFacts> {
  try {
    const text = await files.readText(LOCK_FILE);
    return text === undefined ? NO_LOCK : factsOf(text, root);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    const { message, fix = 'put a regular file there' } = error;
    return {
      isThere: true,
      pinned: [],
      findings: [problemOf(LOCK_FILE, { id: 'lock-unreadable', message, fix })],
    };
  }
}

const NO_LOCK: LockFacts = { isThere: false, pinned: [], findings: [] };

/** The text of a lock file of this product as it is written; undefined for one that is broken or of another shape. */
export function writtenLock(text: string): string | undefined {
  const own = parseLock(text, LOCK_FILE);
  return own.ok ? lockText(own.value) : undefined;
}

function factsOf(text: string, root: string): LockFacts {
  const pinned = readPinnedArtifacts(text, LOCK_FILE);
  if (!pinned.ok) return { isThere: true, pinned: [], findings: pinned.findings };
  const expected = writtenLock(text) ?? text;
  return {
    isThere: true,
    pinned: pinned.value,
    findings: byteDifference({ file: LOCK_FILE, text, expected }, root),
  };
}
