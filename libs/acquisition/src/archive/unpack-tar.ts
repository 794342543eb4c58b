import { createReadStream } from 'node:fs';
import { Unpack } from 'tar';
import { byteBudget } from './byte-budget';
import type { Packed } from './unpack-asset';

/**
 * Unpacks a tar archive, compressed or not; links are left out.
 *
 * @req FP-SEC-004
 */
export function unpackTar({ file, strip, maxBytes }: Packed, directory: string): Promise<void> {
  const budget = byteBudget(maxBytes);
  return new Promise((resolve, reject) => {
    const source = createReadStream(file);
    const fail = (error: unknown): void => {
      source.destroy();
      reject(error);
    };
    const unpack = new Unpack({
      cwd: directory,
      strip,
      // What would be left out with a warning otherwise, such as an entry that leads out of the directory, is an error.
      strict: true,
      filter: (_path, entry) => {
        if (!('type' in entry)) return true;
        try {
          budget.spend(entry.size);
        } catch (error) {
          fail(error);
          return false;
        }
        return !['Link', 'SymbolicLink'].includes(entry.type);
      },
    });
    unpack.on('error', fail).on('close', () => resolve());
    source.on('error', fail).pipe(unpack);
  });
}
