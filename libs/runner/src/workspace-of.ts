import { dirname, relative } from 'node:path';
import type { Ports } from '@fixpoint/model';

/** The directory that a root's sources may lie in: the nearest one above it with an `nx.json`, else `base` if the root lies below, else the root itself. */
export async function workspaceOf({ files, packages }: Ports, base: string): Promise<string> {
  for (let directory = files.root; ; directory = dirname(directory)) {
    const [marker] = await packages.readFiles(directory, ['nx.json']);
    if (marker !== undefined) return directory;
    if (dirname(directory) === directory) break;
  }
  return /^\.\.(?:[/\\]|$)/.test(relative(base, files.root)) ? files.root : base;
}
