import { ToolError, type FilePort, type RelativePath } from '@fixpoint/model';
import type { FileState, Listing } from '../view/tree';
import type { Reader } from './growing-tree';

/** Reads below the root; what the port refuses is a state of the place, not the end of the run. */
export function rootReader(files: FilePort): Reader {
  const read = (path: RelativePath) => stateOf(async () => files.readBytes(path));
  return {
    read,
    list: async (directory) => {
      const names = await listedOf(() => files.list([`${directory}/*`, `${directory}/.*`]), directory);
      if (names.kind !== 'listed' || names.names.length > 0) return names;
      // Nothing listed is an empty directory, no directory or a file in its place.
      const place = await read(directory);
      return place.kind === 'present'
        ? { kind: 'unreadable', reason: 'it is no directory' }
        : { kind: 'absent' };
    },
  };
}

/** What reading comes to; a refusal is unreadable. */
export async function stateOf(read: () => Promise<Uint8Array | undefined>): Promise<FileState> {
  try {
    const bytes = await read();
    return bytes === undefined ? { kind: 'absent' } : { kind: 'present', bytes };
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

async function listedOf(
  list: () => Promise<readonly RelativePath[]>,
  directory: RelativePath,
): Promise<Listing> {
  try {
    const paths = await list();
    return { kind: 'listed', names: paths.map((path) => path.slice(directory.length + 1)) };
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) };
  }
}

/** The reason a port gives, without the path that stands before it; anything but a refusal is thrown on. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ToolError)) throw error;
  const { message, file } = error;
  const after = file === undefined ? -1 : message.indexOf(`${file}: `);
  return after === -1 ? message : message.slice(after + (file as string).length + 2);
}
