import { dirname, join, posix } from 'node:path';
import { compareText, type RelativePath, ToolError } from '@fixpoint/model';
import { type FileSystem, nodeFileSystem } from '../files/file-system';
import { createJail, type Jail, unlessAbsent } from '../files/jail';
import { errorCode, guarded } from '../files/system-error';
import type { WriteOptions } from './apply-changes';
import { syncDirectory } from './steps';

/** Where what goes lies between the first and the last step. */
const TRASH = '.fixpoint-removed';

/**
 * Removes directories with everything below them, and files, all of them or none. What is named has to lie below the root
 * without any symlink on the way, and be none itself; symlinks inside a directory are removed and not followed. Everything is
 * moved aside first, which is taken back when one move fails; a process killed after that leaves only what the next call clears.
 *
 * @returns the paths that were there, sorted by code unit
 * Throws a ToolError with the path and the cause; everything is then as it was.
 */
export async function removeTrees(
  root: string,
  paths: readonly RelativePath[],
  { fileSystem = nodeFileSystem }: WriteOptions = {},
): Promise<readonly RelativePath[]> {
  const jail = createJail(root, fileSystem);
  const trash = join(jail.resolve('.').real, TRASH);
  const found = [...new Set(paths)].sort(compareText).flatMap((path) => locate(fileSystem, jail, path) ?? []);
  if (found.length === 0) return [];
  guarded('clear', TRASH, () => clear(fileSystem, trash));
  guarded('create', TRASH, () => fileSystem.mkdir(trash));
  moveAside(fileSystem, found, trash);
  for (const directory of new Set(found.map(({ real }) => dirname(real))))
    syncDirectory(fileSystem, directory);
  guarded('clear', TRASH, () => clear(fileSystem, trash));
  return found.map(({ path }) => path);
}

interface Found {
  readonly path: RelativePath;
  readonly real: string;
}

/** @req FP-LIFE-011 */
function locate(fileSystem: FileSystem, jail: Jail, path: RelativePath): Found | undefined {
  const parent = jail.resolve(posix.dirname(path));
  if (parent.dangling || parent.missing.length > 0) return undefined;
  const real = join(parent.real, posix.basename(path));
  if (real !== join(jail.resolve('.').real, path))
    throw refusal(path, 'a symbolic link lies on the way to it');
  const stats = guarded('look at', path, () => unlessAbsent(() => fileSystem.lstat(real)));
  if (stats === undefined) return undefined;
  if (!stats.isDirectory() && !stats.isFile())
    throw refusal(path, 'it is neither a directory nor a regular file');
  return { path, real };
}

function moveAside(fileSystem: FileSystem, found: readonly Found[], trash: string): void {
  const moved: [string, string][] = [];
  try {
    for (const [index, { path, real }] of found.entries()) {
      const aside = join(trash, String(index));
      guarded('remove', path, () => fileSystem.rename(real, aside));
      moved.push([aside, real]);
    }
  } catch (error) {
    for (const [aside, real] of moved.reverse()) fileSystem.rename(aside, real);
    clear(fileSystem, trash);
    throw error;
  }
}

function clear(fileSystem: FileSystem, path: string): void {
  const stats = unlessAbsent(() => fileSystem.lstat(path));
  if (stats === undefined) return;
  if (!stats.isDirectory()) return fileSystem.unlink(path);
  for (const name of fileSystem.readdir(path)) clear(fileSystem, join(path, name));
  try {
    fileSystem.rmdir(path);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

function refusal(path: string, reason: string): ToolError {
  return new ToolError(`cannot remove ${path}: ${reason}`, {
    file: path,
    fix: 'look at it and remove it by hand',
  });
}
