import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** `.staging-<pid>-<random>` */
const STAGING_NAME = /^\.staging-([1-9]\d*)-/;
const inUse = new Set<string>();

/**
 * Gives the callback an empty directory below `parent`, removed when it ends. What killed processes left behind is removed
 * first.
 */
export async function withStaging<T>(parent: string, use: (staging: string) => Promise<T>): Promise<T> {
  await mkdir(parent, { recursive: true });
  await removeStrays(parent);
  // In one step with what follows: between the two, another call would take the directory for a stray.
  const staging = mkdtempSync(join(parent, `.staging-${process.pid}-`));
  inUse.add(basename(staging));
  try {
    return await use(staging);
  } finally {
    await rm(staging, { recursive: true, force: true });
    inUse.delete(basename(staging));
  }
}

async function removeStrays(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (isStray(name)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

// In a container every run may have the same process id, so a directory of this one counts only while it is in use.
function isStray(name: string): boolean {
  const pid = Number(STAGING_NAME.exec(name)?.[1] ?? 0);
  if (pid === 0 || inUse.has(name)) return false;
  return pid === process.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
