import { escapeGlob, plainGlob, type FilePort, type Finding, ToolError } from '@fixpoint/model';
import { problemOf, unreadableFinding } from './unreadable-finding';

/** Paths that can be read, and a finding for each that is refused. */
export interface ListedFiles {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

/** Files that are refused one after the other, before the rest is given up. */
const MOST_REFUSED = 50;

/**
 * Lists files by globs. A symlink that loops, or leads out of the workspace, makes the port refuse the whole list and name the link; it is taken
 * out then, and the others are listed all the same.
 */
export async function listInside(files: FilePort, globs: readonly string[]): Promise<ListedFiles> {
  const plain = globs.map(plainGlob);
  const findings: Finding[] = [];
  if (!plain.some((glob) => !glob.startsWith('!'))) return { paths: [], findings };
  const refused: string[] = [];
  for (;;) {
    try {
      return {
        paths: await files.list([...plain, ...refused.map((path) => `!${escapeGlob(path)}`)]),
        findings,
      };
    } catch (error) {
      const problem = problemOf(error);
      const file = error instanceof ToolError ? error.file : undefined;
      findings.push(unreadableFinding(file ?? '.', problem));
      if (file === undefined || refused.includes(file) || refused.length >= MOST_REFUSED)
        return { paths: [], findings };
      refused.push(file);
    }
  }
}
