import { dirname, join } from 'node:path/posix';
import { readJsonFile } from '@nx/devkit';

/**
 * Gives the directory of the project that a directory lies in: the directory itself where there is none. A second project inside of another
 * one would take its files away from it, and what is built of them would no longer be built again when they change.
 */
export function createProjectAround(workspaceRoot: string): (directory: string) => string {
  const read = (directory: string, file: string): Manifest | undefined =>
    readManifest(join(workspaceRoot, directory, file));
  const has = (directory: string, file: string): boolean => read(directory, file) !== undefined;
  const isPackage = (directory: string): boolean => {
    const content = read(directory, 'package.json');
    // The package of the workspace itself is a project only for Nx.
    return (directory === '.' ? content?.nx : content?.name) !== undefined;
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

/** A `project.json` or `package.json`, as far as it is looked at here. */
interface Manifest {
  readonly name?: unknown;
  readonly nx?: unknown;
}

/** None for one that cannot be read: Nx tells what is wrong with it. */
function readManifest(file: string): Manifest | undefined {
  try {
    return readJsonFile<Manifest>(file);
  } catch {
    return undefined;
  }
}
