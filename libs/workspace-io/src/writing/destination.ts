import { constants, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { ToolError } from '@fixpoint/model';
import type { FileSystem } from '../files/file-system';
import { type Place, unlessAbsent } from '../files/jail';
import { guarded } from '../files/system-error';
import type { OldFile, Removal, Replacement } from './change-plan';

const WRITE_INTO = constants.W_OK | constants.X_OK;
const PERMISSION_BITS = 0o7777;

/** What is to be written, under the name that messages use. */
export interface Content {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A destination after every check that can be made without writing. */
export interface Destination {
  /** The nearest directory that exists. */
  readonly directory: string;
  /** Absent when the file already has the content. */
  readonly replacement?: Replacement;
}

/**
 * Checks where one file is to be written: a symlink must lead to something, an existing file must be regular and writable,
 * the nearest existing directory must take new entries. Throws a ToolError that names the path.
 */
export function checkDestination(fileSystem: FileSystem, place: Place, content: Content): Destination {
  const check = place.missing.length > 0 ? checkNew : checkExisting;
  if (place.dangling) throw refusal('write', content.path, 'it goes through a symbolic link to nothing');
  return guarded('write', content.path, () => check(fileSystem, place, content));
}

/**
 * Checks a file that is to go (not followed if it is a symlink); undefined when it is gone already.
 *
 * @req FP-WRITE-004
 */
export function checkRemoval(fileSystem: FileSystem, real: string, path: string): Removal | undefined {
  return guarded('remove', path, () => {
    const stats = unlessAbsent(() => fileSystem.lstat(real));
    if (stats === undefined) return undefined;
    if (!stats.isFile()) throw refusal('remove', path, 'it is not a regular file');
    fileSystem.access(dirname(real), WRITE_INTO);
    return { path, real, old: readOld(fileSystem, real, stats) };
  });
}

function checkNew(fileSystem: FileSystem, { real, missing }: Place, { path, bytes }: Content): Destination {
  const directories = ancestors(real, missing.length);
  const directory = directories.at(-1) ?? real;
  if (!fileSystem.stat(directory).isDirectory()) throw refusal('write', path, 'a part of the path is a file');
  fileSystem.access(directory, WRITE_INTO);
  const newDirectories = directories.slice(0, -1).reverse();
  return { directory, replacement: { path, real, bytes, newDirectories } };
}

/** @req FP-WRITE-001 */
function checkExisting(fileSystem: FileSystem, { real }: Place, { path, bytes }: Content): Destination {
  const stats = fileSystem.stat(real);
  if (!stats.isFile()) throw refusal('write', path, 'it is not a regular file');
  const old = readOld(fileSystem, real, stats);
  const directory = dirname(real);
  if (Buffer.compare(old.bytes, bytes) === 0) return { directory };
  // Opening asks for the effective user, which `access` does not; nothing is written.
  fileSystem.close(fileSystem.open(real, 'r+'));
  fileSystem.access(directory, WRITE_INTO);
  return { directory, replacement: { path, real, bytes, old, newDirectories: [] } };
}

function readOld(fileSystem: FileSystem, real: string, stats: Stats): OldFile {
  const { mode, uid, gid } = stats;
  return { bytes: fileSystem.readFile(real), mode: mode & PERMISSION_BITS, uid, gid };
}

/** The nearest `count` directories above a path, nearest first. */
function ancestors(path: string, count: number): string[] {
  const directories: string[] = [];
  for (let directory = dirname(path); directories.length < count; directory = dirname(directory)) {
    directories.push(directory);
  }
  return directories;
}

function refusal(action: string, path: string, reason: string): ToolError {
  return new ToolError(`cannot ${action} ${path}: ${reason}`, {
    file: path,
    fix: 'move what stands there away and run the command again',
  });
}
