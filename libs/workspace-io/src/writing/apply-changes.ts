import { parse, relative, resolve } from 'node:path';
import type { RelativePath } from '@fixpoint/model';
import { type FileSystem, nodeFileSystem } from '../files/file-system';
import { createJail } from '../files/jail';
import { applyPlan } from './apply-plan';
import { checkDestination } from './destination';
import { type Changes, planChanges } from './plan-changes';

/** What was done, each list sorted by code unit. */
export interface ChangeReport {
  readonly written: readonly RelativePath[];
  readonly removed: readonly RelativePath[];
  /** Files that had the text already; they were not touched. */
  readonly unchanged: readonly RelativePath[];
}

/** How to write. */
export interface WriteOptions {
  /** The file system to write to; the real one by default. */
  readonly fileSystem?: FileSystem;
}

/**
 * Makes all changes below a root, or none. Everything is checked before the first write: paths stay in the root (symlinks
 * included), destinations are regular files or new, directories are writable. A destination that is a symlink inside the root
 * keeps being one: its target gets the text. Mode and, where allowed, owner of a replaced file are kept; hard links to it are
 * not. Each file is replaced in one step; a process killed at any moment leaves every file old or new. Temporary files that
 * killed processes left in the directories of the named files are removed, so name the files that need no change too.
 *
 * Throws a ToolError with the file and the cause; the files are then as they were.
 */
export async function applyChanges(
  root: string,
  changes: Changes,
  { fileSystem = nodeFileSystem }: WriteOptions = {},
): Promise<ChangeReport> {
  const planned = planChanges(fileSystem, createJail(root, fileSystem), changes);
  applyPlan(fileSystem, planned);
  const paths = (select: (change: (typeof planned)[number]) => boolean) =>
    planned.filter(select).map(({ path }) => path);
  return {
    written: paths((change) => change.replacement !== undefined),
    removed: paths((change) => change.removal !== undefined),
    unchanged: paths((change) => change.replacement === undefined && change.removal === undefined),
  };
}

/**
 * Gives one file, named by an absolute path or one relative to the working directory, exactly this content, by the rules of
 * `applyChanges` but wherever it lies. True when it was written, false when it had the content already.
 */
export async function writeFileAtomic(
  file: string,
  content: string | Uint8Array,
  { fileSystem = nodeFileSystem }: WriteOptions = {},
): Promise<boolean> {
  const absolute = resolve(file);
  const { root } = parse(absolute);
  const place = createJail(root, fileSystem).resolve(relative(root, absolute));
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const destination = checkDestination(fileSystem, place, { path: file, bytes });
  applyPlan(fileSystem, [{ path: file, real: place.real, ...destination }]);
  return destination.replacement !== undefined;
}
