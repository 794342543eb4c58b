import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { Dirent } from 'node:fs';
import { compareText, type WorkspaceEntry, type WorkspacePort } from '@fixpoint/model';

/** Directories and files around a root, read one by one and without waiting: there are many, and they are small. */
export function createWorkspacePort(): WorkspacePort {
  return {
    entries: async (directory) => {
      const found = unlessUnreadable(() => readdirSync(directory, { withFileTypes: true }));
      return found?.map((entry) => toEntry(directory, entry)).sort((a, b) => compareText(a.name, b.name));
    },
    read: async (file, maxBytes) => unlessUnreadable(() => readUpTo(file, maxBytes)),
  };
}

function toEntry(directory: string, entry: Dirent): WorkspaceEntry {
  const { name } = entry;
  if (!entry.isSymbolicLink()) return { name, kind: kindOf(entry) };
  const path = `${directory}/${name}`;
  const link = unlessUnreadable(() => realpathSync.native(path).replaceAll('\\', '/'));
  // A loop of symlinks leads nowhere, and no end of it is looked for.
  return link === undefined
    ? { name, kind: 'other', link: path }
    : { name, kind: kindOf(statSync(link)), link };
}

function kindOf(file: Pick<Dirent, 'isFile' | 'isDirectory'>): WorkspaceEntry['kind'] {
  if (file.isFile()) return 'file';
  return file.isDirectory() ? 'directory' : 'other';
}

function readUpTo(file: string, maxBytes: number): Uint8Array | { readonly sizeBytes: number } | undefined {
  // A pipe would wait for somebody who writes into it.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return undefined;
    return stats.size > maxBytes ? { sizeBytes: stats.size } : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Places that are absent, or that this user may not look into, have nothing. */
function unlessUnreadable<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return undefined;
    throw error;
  }
}
