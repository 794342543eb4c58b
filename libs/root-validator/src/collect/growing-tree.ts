import type { RelativePath } from '@fixpoint/model';
import type { FileState, Listing, Tree } from '../view/tree';

/** How one place is read; neither throws for what a place can hold. */
export interface Reader {
  read(path: RelativePath): Promise<FileState>;
  list(directory: RelativePath): Promise<Listing>;
}

/** A tree that grows while it is found out which files matter: what one file says decides which are read next. */
export class GrowingTree implements Tree {
  readonly files = new Map<RelativePath, FileState>();
  readonly directories = new Map<RelativePath, Listing>();

  constructor(private readonly reader: Reader) {}

  /** Reads files that have not been read yet. */
  async read(...paths: readonly RelativePath[]): Promise<void> {
    const wanted = [...new Set(paths)].filter((path) => !this.files.has(path));
    for (let start = 0; start < wanted.length; start += BATCH) {
      const batch = wanted.slice(start, start + BATCH);
      const states = await Promise.all(batch.map((path) => this.reader.read(path)));
      states.forEach((state, index) => this.files.set(batch[index] as string, state));
    }
  }

  /** Lists a directory. */
  async list(directory: RelativePath): Promise<void> {
    this.directories.set(directory, await this.reader.list(directory));
  }
}

/** Files that are read at once. */
const BATCH = 32;
