import { join } from 'node:path';
import { compareText, type FilePort, type RelativePath, ToolError } from '@fixpoint/model';
import { decodeUtf8 } from './decode-utf8';
import { nodeFileSystem } from './file-system';
import { createJail, type Jail, unlessAbsent } from './jail';
import { listFiles } from './list-files';
import { guarded } from './system-error';

/**
 * Reading below one root, symlinks that stay inside followed. Text is strict UTF-8; a file that is not is a ToolError with the
 * byte offset. Directories, pipes and devices are refused, so that no read can hang.
 */
export function createFilePort(root: string): FilePort {
  const jail = createJail(root);
  return {
    root: jail.root,
    readText: async (path) => {
      const bytes = readInside(jail, path);
      return bytes && toText(path, bytes);
    },
    readBytes: async (path) => readInside(jail, path),
    list: async (globs) => listFiles(jail, globs),
    directories: async (path) => directoriesInside(jail, path),
  };
}

function readInside(jail: Jail, path: RelativePath): Uint8Array | undefined {
  const { real, missing, dangling } = jail.resolve(path);
  if (dangling || missing.length > 0) return undefined;
  return guarded('read', path, () =>
    unlessAbsent(() => {
      assertRegular(path, real);
      return nodeFileSystem.readFile(real);
    }),
  );
}

function directoriesInside(jail: Jail, path: RelativePath): string[] {
  const { real, missing, dangling } = jail.resolve(path);
  if (dangling || missing.length > 0 || !nodeFileSystem.stat(real).isDirectory()) return [];
  return guarded('list', path, () =>
    nodeFileSystem
      .readdir(real)
      .filter((name) => nodeFileSystem.lstat(join(real, name)).isDirectory())
      .sort(compareText),
  );
}

function assertRegular(path: RelativePath, real: string): void {
  const stats = nodeFileSystem.stat(real);
  if (stats.isFile()) return;
  const kind = stats.isDirectory() ? 'a directory' : 'a pipe or device';
  throw new ToolError(`cannot read ${path}: it is ${kind}, not a file`, {
    file: path,
    fix: 'put a regular file there',
  });
}

/** @req FP-DIAG-006 */
function toText(path: RelativePath, bytes: Uint8Array): string {
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return decoded.text;
  const before = Buffer.from(bytes.subarray(0, decoded.invalidAt)).toString('utf8').split('\n').length;
  throw new ToolError(
    `cannot read ${path}: it is not valid UTF-8 at byte ${decoded.invalidAt} (line ${before})`,
    { file: path, fix: 'save the file as UTF-8' },
  );
}
