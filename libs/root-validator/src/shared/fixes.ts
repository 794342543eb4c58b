import { shellWord } from '@fixpoint/surface-formats';

/** Where something is that a fix talks about. */
export interface Rooted {
  /** The root as the user names it. */
  readonly root: string;
}

/** A path below the root as the user can type it. */
export function placed({ root }: Rooted, path: string): string {
  return root === '' || root === '.' ? path : `${root}/${path}`;
}

/** The command that takes a file back from version control. */
export function restoreCommand(rooted: Rooted, path: string): string {
  return `git checkout -- ${shellWord(placed(rooted, path))}`;
}

/** The command that writes one line into a file. */
export function writeLineCommand(rooted: Rooted, path: string, line: string): string {
  return `printf '%s\\n' ${shellWord(line)} > ${shellWord(placed(rooted, path))}`;
}

/** The command that makes `current.json` what the union of a version is. */
export function promoteCommand(rooted: Rooted, version: string): string {
  const union = shellWord(placed(rooted, `snapshots/${version}/union.json`));
  return `cp ${union} ${shellWord(placed(rooted, 'current.json'))}`;
}
