import { statSync } from 'node:fs';
import { compareText, isRelativeGlob, type RelativePath, ToolError } from '@fixpoint/model';
import fastGlob from 'fast-glob';
import type { Jail } from './jail';
import { guarded } from './system-error';

/**
 * The files below the jail's root that match any glob (and none that begins with `!`), sorted by code unit. Names that begin
 * with a dot match only where the glob spells the dot. A symlink to a file is listed where it leads inside the root and
 * refused where it does not; a symlink to a directory is entered only where the glob names it, so loops cannot occur.
 */
export function listFiles(jail: Jail, globs: readonly string[]): readonly RelativePath[] {
  const ignore = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const included = globs.filter((glob) => !glob.startsWith('!'));
  included.forEach(assertRelative);
  const found = [...byBase(included)].flatMap(([base, patterns]) =>
    matches(jail, { base, patterns }, ignore),
  );
  return [...new Set(found)].sort(compareText);
}

/**
 * Patterns by the directory that each is walked from. One walk for all would start at their common base, and whether a symlink that a glob
 * names is entered would then depend on the other globs; those that have one base anyway share a walk, which is what takes the time.
 */
function byBase(globs: readonly string[]): Map<string, string[]> {
  const patterns = fastGlob.generateTasks([...globs]).flatMap((task) => task.positive);
  const bases = new Map<string, string[]>();
  for (const pattern of patterns) {
    const [task] = fastGlob.generateTasks(pattern);
    if (task !== undefined) bases.set(task.base, [...(bases.get(task.base) ?? []), pattern]);
  }
  return bases;
}

function matches(
  jail: Jail,
  { base, patterns }: { readonly base: string; readonly patterns: string[] },
  ignore: string[],
): readonly RelativePath[] {
  if (!leadsTo(jail, base, 'isDirectory')) return [];
  const options = { cwd: jail.resolve('.').real, ignore, onlyFiles: false, followSymbolicLinks: false };
  const entries = guarded('list', patterns.join(', '), () =>
    fastGlob.sync(patterns, { ...options, objectMode: true }),
  );
  return entries
    .filter(
      ({ dirent, path }) => dirent.isFile() || (dirent.isSymbolicLink() && leadsTo(jail, path, 'isFile')),
    )
    .map(({ path }) => path);
}

function leadsTo(jail: Jail, path: RelativePath, kind: 'isFile' | 'isDirectory'): boolean {
  const { real, missing, dangling } = jail.resolve(path);
  return !dangling && missing.length === 0 && guarded('list', path, () => statSync(real)[kind]());
}

/** Whether an absolute path leads to a directory. */
export function isDirectory(path: string): boolean {
  return guarded('look at', path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

function assertRelative(glob: string): void {
  if (isRelativeGlob(glob)) return;
  throw new ToolError(`${JSON.stringify(glob)} is refused: a glob has to stay below the root`, {
    file: glob,
    fix: 'write the glob relative to the root, without ".."',
  });
}
