import { basename, dirname, join, resolve, sep } from 'node:path';
import { isRelativePath, type RelativePath, ToolError } from '@fixpoint/model';
import { type FileSystem, nodeFileSystem } from './file-system';
import { guarded, isAbsent } from './system-error';

/** Where a relative path really leads. */
export interface Place {
  /** Absolute path with every symlink of its existing part followed. */
  readonly real: string;
  /** The names at the end of `real` that do not exist, outermost first; empty when the file exists. */
  readonly missing: readonly string[];
  /** The path goes through a symlink whose target does not exist; `real` is then the link itself. */
  readonly dangling: boolean;
}

/** Resolves paths below one root and refuses those that leave it. */
export interface Jail {
  /** The root as an absolute path, symlinks kept. */
  readonly root: string;
  /** Throws a ToolError that names the path when it is absolute, has a `..` or leaves the root through a symlink. */
  resolve(path: RelativePath): Place;
}

/**
 * A jail at a directory, which has to exist when the first path is resolved.
 *
 * @req FP-SEC-003, FP-WRITE-003
 */
export function createJail(root: string, fileSystem: FileSystem = nodeFileSystem): Jail {
  const absolute = resolve(root);
  let known: string | undefined;
  const realRoot = (): string => (known ??= guarded('open', absolute, () => fileSystem.realpath(absolute)));
  return {
    root: absolute,
    resolve(path) {
      if (!isRelativePath(path)) throw refusal(path, 'is not a path below the root');
      const real = realRoot();
      return guarded('resolve', path, () => locate(join(real, path), fileSystem, assertInside(real, path)));
    },
  };
}

type Check = (real: string) => string;

function assertInside(root: string, path: RelativePath): Check {
  const prefix = root.endsWith(sep) ? root : root + sep;
  return (real) => {
    if (real === root || real.startsWith(prefix)) return real;
    throw refusal(path, 'leaves the root through a symbolic link');
  };
}

function locate(absolute: string, fileSystem: FileSystem, check: Check): Place {
  const missing: string[] = [];
  for (let existing = absolute; ; existing = dirname(existing)) {
    const real = unlessAbsent(() => fileSystem.realpath(existing));
    if (real !== undefined) return { real: join(check(real), ...missing), missing, dangling: false };
    const link = unlessAbsent(() => fileSystem.lstat(existing))?.isSymbolicLink() ?? false;
    if (link) return { real: existing, missing, dangling: true };
    missing.unshift(basename(existing));
  }
}

/** The value, or undefined where the file system says that there is no such file. */
export function unlessAbsent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function refusal(path: string, reason: string): ToolError {
  return new ToolError(`${JSON.stringify(path)} is refused: it ${reason}`, {
    file: path,
    fix: 'use a path that stays below the root, or move the file there',
  });
}
