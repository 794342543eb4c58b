import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the callback an empty directory (absolute real path) that is removed when it ends. */
export async function withTemp<T>(name: string, use: (directory: string) => Promise<T>): Promise<T> {
  const directory = realpathSync.native(mkdtempSync(join(tmpdir(), `fixpoint-bench-${name}-`)));
  const remove = (): void => rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  const interrupted = (): never => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await use(directory);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    remove();
  }
}
