import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the callback an empty directory (absolute real path) that is removed when it ends. */
export async function withTemp<T>(name: string, use: (directory: string) => Promise<T>): Promise<T> {
  const directory = realpathSync.native(mkdtempSync(join(tmpdir(), `fixpoint-bench-${name}-`)));
  const remove = (): void => rmSync(directory, { recursive: true, force: true, maxRetries: 10 });
  const interrupted = (): never => process.exit(130);
  process.once('exit', remove).once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await use(directory);
  } finally {
    process.off('exit', remove).off('SIGINT', interrupted).off('SIGTERM', interrupted);
    remove();
  }
}
