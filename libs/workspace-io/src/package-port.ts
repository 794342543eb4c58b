import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type FilePort, type InstalledPackage, type PackagePort, ToolError } from '@fixpoint/model';
import { createFilePort } from './files/file-port';
import { isDirectory } from './files/list-files';
import { isAbsent, toToolError } from './files/system-error';

const PACKAGE_NAME = /^(?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*$/;

/**
 * Packages in the `node_modules` directories from a directory upwards, the nearest first, as Node finds them: an alias counts
 * by the name it is installed under, and `exports` cannot hide the package itself. The directory is the real one, so that
 * what a linked package depends on is found from it. Layouts without `node_modules` (Plug'n'Play) are not seen.
 */
export function createPackagePort(): PackagePort {
  return {
    find: async (name, fromDirectory) => {
      if (!PACKAGE_NAME.test(name)) return undefined;
      for (const directory of candidates(name, resolve(fromDirectory))) {
        const found = readPackage(name, directory);
        if (found) return found;
      }
      return undefined;
    },
    readFiles: async (directory, globs) => {
      const files = createFilePort(directory);
      const paths = isDirectory(directory) ? await files.list(globs) : [];
      const texts = await Promise.all(paths.map((path) => readUnpacked(files, path)));
      return paths.flatMap((path, index) => {
        const text = texts[index];
        return text === undefined ? [] : [{ path, text }];
      });
    },
  };
}

async function readUnpacked(files: FilePort, path: string): Promise<string | undefined> {
  if (!path.endsWith('.gz')) return files.readText(path);
  const bytes = await files.readBytes(path);
  try {
    return bytes && gunzipSync(bytes).toString('utf8');
  } catch (cause) {
    throw new ToolError(`cannot read ${path}: it is not what gzip writes`, {
      cause,
      file: path,
      fix: 'install the package again',
    });
  }
}

function* candidates(name: string, from: string): Generator<string> {
  for (let directory = from; ; directory = dirname(directory)) {
    if (basename(directory) !== 'node_modules') yield join(directory, 'node_modules', name);
    if (directory === dirname(directory)) return;
  }
}

function readPackage(name: string, directory: string): InstalledPackage | undefined {
  const file = join(directory, 'package.json');
  try {
    const version = versionOf(file, readFileSync(file, 'utf8'));
    return { name, version, directory: realpathSync.native(directory) };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw toToolError('read', file, error);
  }
}

function versionOf(file: string, text: string): string {
  const fix = 'install the packages again';
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (cause) {
    throw new ToolError(`cannot read ${file}: it is not JSON`, { cause, file, fix });
  }
  const version = (manifest as { version?: unknown } | null)?.version;
  if (typeof version !== 'string') throw new ToolError(`${file} names no version`, { file, fix });
  return version;
}
