import picomatch from 'picomatch';
import { compareText } from '@fixpoint/model';
import type { SpecFilesConfig } from '@fixpoint/spec-formats';

/** Names of folders that hold specs; they say nothing in a path of the index. */
const FOLDERS: ReadonlySet<string> = new Set(['specs', '.specs']);

/** Where the indexes of specs go. */
export interface OutputPaths {
  /** Path of the index by path of the spec; specs that share one have none. */
  readonly paths: ReadonlyMap<string, string>;
  /** Specs that would have the same index. */
  readonly collisions: readonly Collision[];
}

/** Specs whose indexes would be one file. */
export interface Collision {
  /** As the name of each spec gives it; they differ in case at the most. */
  readonly paths: readonly string[];
  readonly files: readonly string[];
}

/** Gives each spec its index. Names that differ in case only are the same one: on some systems they are one file. */
export function outputPaths(files: readonly string[], specs: SpecFilesConfig): OutputPaths {
  const { compliance } = specs;
  const page = { path: compliance, file: compliance };
  const byName = new Map([[nameOf(compliance), [page]]]);
  for (const file of [...files].sort(compareText)) {
    const path = outputPath(file, specs);
    const name = nameOf(path);
    byName.set(name, [...(byName.get(name) ?? []), { path, file }]);
  }
  const groups = [...byName.values()];
  return {
    paths: new Map(
      groups.flatMap(([first, ...others]) =>
        first && others.length === 0 ? [[first.file, first.path]] : [],
      ),
    ),
    collisions: groups
      .filter((group) => group.length > 1)
      .map((group) => ({ paths: group.map(({ path }) => path), files: group.map(({ file }) => file) })),
  };
}

/** What two paths have in common that are one file on some systems. */
function nameOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** `<output>/<path below the folder of specs>.yaml`: below what the glob names without a pattern, folders called `specs` left out. */
function outputPath(file: string, { files, output }: SpecFilesConfig): string {
  const bases = files
    .filter((glob) => !glob.startsWith('!') && picomatch.isMatch(file, glob, { dot: true }))
    .map((glob) => picomatch.scan(glob).base)
    .sort((a, b) => a.length - b.length);
  const base = bases[0] === undefined || bases[0] === file ? '' : bases[0];
  const below = base !== '' && file.startsWith(`${base}/`) ? file.slice(base.length + 1) : file;
  // A backslash in a name is a separator elsewhere.
  const segments = below
    .replaceAll('\\', '_')
    .split('/')
    .filter((segment) => segment !== '..' && !FOLDERS.has(segment));
  return `${output}/${segments.join('/').replace(/\.(?:md|markdown|mdx)$/i, '')}.yaml`.replace(/^\.?\//, '');
}
