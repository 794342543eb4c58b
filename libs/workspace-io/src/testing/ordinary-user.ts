import { chmodSync } from 'node:fs';

/** The user and group `nobody` of most systems. */
const NOBODY = 65_534;

/** Runs a test as a user whom permission bits bind, which root is not; that user may use `directory` then. */
export async function asOrdinaryUser(directory: string, run: () => Promise<unknown>): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(directory, 0o777);
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
