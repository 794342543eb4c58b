import { LOCK_FILE } from '@fixpoint/artifact-lock';
import { ToolError, type FilePort, type RelativePath } from '@fixpoint/model';
import { CURRENT_FILE, LATEST_VALIDATED_FILE, MIN_SUPPORTED_FILE } from '@fixpoint/surface-formats';
import { WRAPPER_COVERAGE_FILE } from '@fixpoint/surface-units';
import { MANAGED_DIRECTORIES, segment } from './root-facts';

/** What is read at the top of a root by its name. */
const TOP_FILES: readonly string[] = [
  'RULES.json',
  LOCK_FILE,
  CURRENT_FILE,
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  WRAPPER_COVERAGE_FILE,
  'wrapper_evidence.json',
  'history.json',
  'history.md',
];

/** A file or directory at the top of a root that is called as one that is read, but for upper and lower case. */
export interface Misnamed {
  readonly name: RelativePath;
  readonly meant: RelativePath;
}

/**
 * Looks for names that only some file systems take for those that are read: there the file counts, elsewhere it is not there.
 */
export async function collectMisnamed(files: FilePort): Promise<readonly Misnamed[]> {
  const names = [...TOP_FILES, ...MANAGED_DIRECTORIES];
  try {
    const found = await files.list([
      ...TOP_FILES.map(inAnyCase),
      ...MANAGED_DIRECTORIES.map((directory) => `${inAnyCase(directory)}/**/*`),
    ]);
    const tops = [...new Set(found.map((path) => segment(path, 0)))];
    return tops.flatMap((name) => {
      const meant = names.find((each) => each.toLowerCase() === name.toLowerCase());
      return meant === undefined || names.includes(name) ? [] : [{ name, meant }];
    });
  } catch (error) {
    // A link that leaves the root; who lists the directory by its own name says so.
    if (error instanceof ToolError) return [];
    throw error;
  }
}

function inAnyCase(name: string): string {
  return name.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
}
