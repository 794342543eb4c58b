import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from '../files/file-system';
import { errorCode } from '../files/system-error';

/** `.<name>.<pid>-<random>.fixpoint-tmp` */
const TEMPORARY_NAME = /^\..*\.([1-9]\d*)-[0-9a-f]{12}\.fixpoint-tmp$/s;
/** Characters of the name that are kept, so that the whole stays below the 255 bytes a name may have. */
const NAME_CHARACTERS = 40;
/** Allowance for clocks and time stamps of one second's precision. */
const CLOCK_SLACK_MS = 2_000;

/** A fresh name beside a file, recognisable as ours together with the process it belongs to. */
export function temporaryPath(file: string): string {
  const name = [...basename(file)].slice(0, NAME_CHARACTERS).join('');
  return join(dirname(file), `.${name}.${process.pid}-${randomBytes(6).toString('hex')}.fixpoint-tmp`);
}

/**
 * Removes from a directory the temporary files of processes that were ended before they could. One that cannot be removed
 * or looked at is left: it harms nothing, and a write to the directory will say what is wrong.
 *
 * @req FP-WRITE-009
 */
export function removeStrays(fileSystem: FileSystem, directory: string): void {
  for (const name of quietly(() => fileSystem.readdir(directory)) ?? []) {
    const pid = Number(TEMPORARY_NAME.exec(name)?.[1]);
    const path = join(directory, name);
    if (pid > 0 && isStray(fileSystem, path, pid)) quietly(() => fileSystem.unlink(path));
  }
}

function isStray(fileSystem: FileSystem, path: string, pid: number): boolean {
  const stats = quietly(() => fileSystem.lstat(path));
  if (!stats?.isFile()) return false;
  // In a container every run may have the same process id: what is older than this process is not its own.
  if (pid === process.pid) return stats.mtimeMs < Date.now() - process.uptime() * 1_000 - CLOCK_SLACK_MS;
  return !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function quietly<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
