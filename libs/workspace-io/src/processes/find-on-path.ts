import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The first executable file of that name on a search path (symlinks kept), or the command itself if it is an absolute path
 * to one. A relative path with a separator and empty or relative entries of the search path never match: what they mean
 * depends on the working directory.
 */
export function findOnPath(
  command: string,
  searchPath = '',
  extensions = executableExtensions(),
): string | undefined {
  const directories = isAbsolute(command)
    ? ['']
    : searchPath.split(delimiter).filter((entry) => isAbsolute(entry));
  if (command === '' || (!isAbsolute(command) && /[/\\]/.test(command))) return undefined;
  return directories
    .flatMap((directory) => extensions.map((extension) => join(directory, command + extension)))
    .find(isExecutableFile);
}

/** Whether a path leads to a regular file that this user may execute. */
export function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function executableExtensions(): readonly string[] {
  if (process.platform !== 'win32') return [''];
  return ['', ...(process.env['PATHEXT'] ?? '.COM;.EXE').split(';')];
}
