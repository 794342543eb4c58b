import type { FileSystem } from '../files/file-system';
import { unlessAbsent } from '../files/jail';
import { errorCode } from '../files/system-error';
import type { OldFile, Removal, Replacement } from './change-plan';
import { temporaryPath } from './temporary-file';

/** Takes back what one step did; the steps of a failed change are taken back in reverse. */
export interface Undo {
  /** The file that stays changed if this fails; absent for what no file shows. */
  readonly path?: string;
  run(): void;
}

/** Where every step leaves how to take it back. */
export interface Journal {
  readonly fileSystem: FileSystem;
  readonly undos: Undo[];
}

/** A replacement whose content lies on the disk beside its destination. */
export interface Staged extends Replacement {
  readonly temporary: string;
}

/**
 * Puts the new content on the disk, next to the file that it will replace.
 *
 * @req FP-WRITE-008
 */
export function stage(journal: Journal, replacement: Replacement): Staged {
  replacement.newDirectories.forEach((directory) => makeDirectory(journal, directory));
  return { ...replacement, temporary: writeBeside(journal, replacement, replacement.bytes) };
}

/**
 * Lets the new content take the place of the old in one step.
 *
 * @req FP-WRITE-007
 */
export function publish(journal: Journal, staged: Staged): void {
  const { fileSystem, undos } = journal;
  try {
    fileSystem.rename(staged.temporary, staged.real);
  } catch (error) {
    if (errorCode(error) !== 'EXDEV') throw error;
    // The directory has moved to another device since the content was staged: stage it again where it is now.
    fileSystem.rename(writeBeside(journal, staged, staged.bytes), staged.real);
    unlessAbsent(() => fileSystem.unlink(staged.temporary));
  }
  undos.push({ path: staged.path, run: () => restore(journal, staged) });
}

/** Removes a file. */
export function remove(journal: Journal, removal: Removal): void {
  journal.fileSystem.unlink(removal.real);
  journal.undos.push({ path: removal.path, run: () => restore(journal, removal) });
}

/** Makes the entries of a directory durable, where the system can. */
export function syncDirectory(fileSystem: FileSystem, directory: string): void {
  const unsupported = ['EACCES', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'];
  try {
    withOpen(fileSystem, [directory, 'r'], (descriptor) => fileSystem.fsync(descriptor));
  } catch (error) {
    if (!unsupported.includes(errorCode(error) ?? '')) throw error;
  }
}

function makeDirectory({ fileSystem, undos }: Journal, directory: string): void {
  try {
    fileSystem.mkdir(directory);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return;
    throw error;
  }
  undos.push({ run: () => fileSystem.rmdir(directory) });
}

type Target = Pick<Replacement, 'real' | 'old'>;

/** Writes a temporary file beside the target, durable and with the target's mode and owner; gives its path. */
function writeBeside({ fileSystem, undos }: Journal, { real, old }: Target, bytes: Uint8Array): string {
  const temporary = temporaryPath(real);
  undos.push({ run: () => unlessAbsent(() => fileSystem.unlink(temporary)) });
  withOpen(fileSystem, [temporary, 'wx'], (descriptor) => {
    // Before the content: a file that is private must not be readable by others for a moment.
    if (old) takeOver(fileSystem, descriptor, old);
    fileSystem.writeFile(descriptor, bytes);
    fileSystem.fsync(descriptor);
  });
  return temporary;
}

function takeOver(fileSystem: FileSystem, descriptor: number, old: OldFile): void {
  const { uid, gid } = fileSystem.fstat(descriptor);
  try {
    if (uid !== old.uid || gid !== old.gid) fileSystem.fchown(descriptor, old.uid, old.gid);
  } catch (error) {
    // Only root may give files away; the content is what was asked for.
    if (errorCode(error) !== 'EPERM') throw error;
  }
  fileSystem.fchmod(descriptor, old.mode);
}

function restore(journal: Journal, target: Target): void {
  const { fileSystem } = journal;
  if (target.old === undefined) return fileSystem.unlink(target.real);
  // A journal of its own: the steps of an undo are not undone, but its temporary file must go if it fails.
  const inner: Journal = { fileSystem, undos: [] };
  try {
    fileSystem.rename(writeBeside(inner, target, target.old.bytes), target.real);
  } catch (error) {
    inner.undos.forEach((undo) => undo.run());
    throw error;
  }
}

function withOpen(
  fileSystem: FileSystem,
  [path, flags]: readonly [string, string],
  use: (descriptor: number) => void,
) {
  const descriptor = fileSystem.open(path, flags);
  try {
    use(descriptor);
  } finally {
    fileSystem.close(descriptor);
  }
}
