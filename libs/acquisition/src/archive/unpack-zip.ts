import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { byteBudget } from './byte-budget';
import { measured } from './save-stream';
import type { Packed } from './unpack-asset';

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks a zip archive; links are left out. An entry that leads out of the directory is an error of the library.
 *
 * @req FP-SEC-004
 */
export async function unpackZip({ file, strip, maxBytes }: Packed, directory: string): Promise<void> {
  const budget = byteBudget(maxBytes);
  const archive = await openPromise(file, { autoClose: false });
  try {
    for await (const entry of archive.eachEntry()) {
      const path = entry.fileName.split('/').slice(strip).join('/');
      if (path === '' || path.endsWith('/') || isLink(entry)) continue;
      await unpackEntry(archive, { entry, to: join(directory, path), measure: measured(budget) });
    }
  } finally {
    archive.close();
  }
}

async function unpackEntry(
  archive: ZipFile,
  { entry, to, measure }: { entry: Entry; to: string; measure: ReturnType<typeof measured> },
): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await pipeline(await archive.openReadStreamPromise(entry), measure, createWriteStream(to));
}

/** Archives made on Unix keep the mode in the upper half of the attributes. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK;
}
