import { escapeGlob, isRelativePath, type PackagePort, type RelativePath } from '@fixpoint/model';
import type { FileState, Listing } from '../view/tree';
import type { Reader } from './growing-tree';
import { reasonOf, stateOf } from './root-reader';

/** Reads below a directory around the root, as the files of a package are read: texts only. */
export function workspaceReader(packages: PackagePort, directory: string): Reader {
  return {
    read: async (path) => {
      if (!isRelativePath(path)) return OUTSIDE;
      const cut = path.lastIndexOf('/');
      const [place, name] = [below(directory, path.slice(0, Math.max(cut, 0))), path.slice(cut + 1)];
      return stateOf(async () => {
        const [file] = await packages.readFiles(place, [escapeGlob(name)]);
        return file && new TextEncoder().encode(file.text);
      });
    },
    list: async (path) => (isRelativePath(path) ? list(packages, below(directory, path)) : OUTSIDE),
  };
}

const OUTSIDE = {
  kind: 'unreadable',
  reason: 'it lies outside of the workspace',
} as const satisfies FileState;

/** The JSON files of a directory; others only tell that the directory is there. */
async function list(packages: PackagePort, directory: string): Promise<Listing> {
  try {
    const documents = await packages.readFiles(directory, ['*.json', '.*.json']);
    if (documents.length > 0) return { kind: 'listed', names: documents.map(({ path }) => path) };
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
  const others = await stateOf(async () => {
    const files = await packages.readFiles(directory, ['*', '.*']);
    return files.length === 0 ? undefined : new Uint8Array();
  });
  return others.kind === 'absent' ? { kind: 'absent' } : { kind: 'listed', names: [] };
}

function below(directory: string, path: RelativePath): string {
  return path === '' ? directory : `${directory.replace(/\/$/, '')}/${path}`;
}
