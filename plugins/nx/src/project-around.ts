import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { readJsonFile } from '@nx/devkit';

/**
 * Gives the directory of the project that a directory lies in: the directory itself where there is none. A second project inside of another
 * one would take its files away from it, and what is built of them would no longer be built again when they change.
 */
export function createProjectAround(workspaceRoot: string): (directory: string) => string {
  const has = (directory: string, file: string): boolean => existsSync(join(workspaceRoot, directory, file));
  const isPackage = (directory: string): boolean => {
    const content = has(directory, 'package.json') ? readPackage(join(workspaceRoot, directory)) : {};
    // The package of the workspace itself is a project only for Nx.
    return directory === '.' ? content.nx !== undefined : content.name !== undefined;
  };
  return (directory) => {
    const above = directoriesUpFrom(directory);
    const below = above.filter((at) => at !== '.');
    return (
      below.find((at) => has(at, 'project.json')) ??
      below.find(isPackage) ??
      (has('.', 'project.json') || isPackage('.') ? '.' : directory)
    );
  };
}

function directoriesUpFrom(directory: string): string[] {
  return directory === '.' ? ['.'] : [directory, ...directoriesUpFrom(dirname(directory))];
}

/** A package as far as Nx looks at it here; one that cannot be read is told by Nx. */
function readPackage(directory: string): { readonly name?: unknown; readonly nx?: unknown } {
  try {
    return readJsonFile<{ name?: unknown; nx?: unknown }>(join(directory, 'package.json'));
  } catch {
    return {};
  }
}
