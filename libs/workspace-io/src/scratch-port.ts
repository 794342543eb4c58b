import { rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScratchPort } from '@fixpoint/model';
import { toToolError } from './files/system-error';
import { onShutdown } from './shutdown';

const REMOVAL = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 } as const;

/**
 * Fresh directories below the system's temporary directory (real paths, mode 0700), removed when the callback ends, fails or
 * the process is ended. One that cannot be removed (a program that detached itself still writes there) is tried once more
 * when the process ends, and does not spoil the result.
 */
export function createScratchPort(parent: string = tmpdir()): ScratchPort {
  return {
    async with(prefix, use) {
      const directory = await create(parent, prefix);
      const release = onShutdown(() => removeNow(directory));
      try {
        return await use(directory);
      } finally {
        if (await remove(directory)) release();
      }
    },
  };
}

async function create(parent: string, prefix: string): Promise<string> {
  try {
    const name = `fixpoint-${prefix.replace(/[^\w.-]+/g, '-')}-`;
    return await mkdtemp(join(await realpath(parent), name));
  } catch (error) {
    throw toToolError('make a temporary directory in', parent, error);
  }
}

async function remove(directory: string): Promise<boolean> {
  try {
    await rm(directory, REMOVAL);
    return true;
  } catch {
    return makeWritable(directory)
      .then(() => rm(directory, REMOVAL))
      .then(
        () => true,
        () => false,
      );
  }
}

/** A directory without write permission keeps its entries from being removed. */
async function makeWritable(directory: string): Promise<void> {
  await chmod(directory, 0o700);
  const entries = await readdir(directory, { withFileTypes: true });
  const directories = entries.filter((entry) => entry.isDirectory());
  await Promise.all(directories.map((entry) => makeWritable(join(directory, entry.name))));
}

function removeNow(directory: string): void {
  try {
    rmSync(directory, REMOVAL);
  } catch {
    // The process ends now; the system's own cleaning of temporary files is what is left.
  }
}
