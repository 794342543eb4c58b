import { dirname } from 'node:path';
import { ToolError } from '@fixpoint/model';
import type { FileSystem } from '../files/file-system';
import { guarded } from '../files/system-error';
import type { Planned, Replacement } from './change-plan';
import { type Journal, publish, remove, stage, syncDirectory } from './steps';
import { removeStrays } from './temporary-file';

/**
 * Carries out what was planned. All new content is on the disk before the first file is replaced, so a full disk is met while
 * nothing has changed. What fails later is taken back; the ToolError then names the files for which that was impossible.
 *
 * @req FP-WRITE-006
 */
export function applyPlan(fileSystem: FileSystem, planned: readonly Planned[]): void {
  const journal: Journal = { fileSystem, undos: [] };
  for (const directory of new Set(planned.map((change) => change.directory)))
    removeStrays(fileSystem, directory);
  try {
    carryOut(journal, planned);
  } catch (error) {
    throw withLeftovers(error, rollBack(journal));
  }
}

function carryOut(journal: Journal, planned: readonly Planned[]): void {
  const replacements = planned.flatMap(({ replacement }) => replacement ?? []);
  const removals = planned.flatMap(({ removal }) => removal ?? []);
  const staged = replacements.map((replacement) =>
    guarded('write', replacement.path, () => stage(journal, replacement)),
  );
  for (const file of staged) guarded('write', file.path, () => publish(journal, file));
  for (const removal of removals) guarded('remove', removal.path, () => remove(journal, removal));
  for (const directory of touchedDirectories([...replacements, ...removals])) {
    guarded('write to', directory, () => syncDirectory(journal.fileSystem, directory));
  }
}

type Touched = Pick<Replacement, 'real'> & Partial<Pick<Replacement, 'newDirectories'>>;

function touchedDirectories(changes: readonly Touched[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ real, newDirectories = [] }) =>
      [real, ...newDirectories].map((path) => dirname(path)),
    ),
  );
}

/** The files that could not be brought back. */
function rollBack({ undos }: Journal): readonly string[] {
  const left: string[] = [];
  for (const undo of undos.reverse()) {
    try {
      undo.run();
    } catch {
      if (undo.path !== undefined) left.push(undo.path);
    }
  }
  return left;
}

function withLeftovers(error: unknown, left: readonly string[]): unknown {
  if (left.length === 0 || !(error instanceof ToolError)) return error;
  const { file, fix } = error;
  return new ToolError(`${error.message}; already changed and not to be restored: ${left.join(', ')}`, {
    cause: error,
    file,
    fix,
  });
}
