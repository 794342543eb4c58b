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
  const byName = new Map<string, { readonly path: string; readonly file: string }[]>();
  for (const file of [...files].sort(compareText)) {
    const path = outputPath(file, specs);
    const name = path.normalize('NFC').toLowerCase();
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

/** `<output>/<path below the folder of specs>.yaml`: below what the glob names without a pattern, folders called `specs` left out. */
function outputPath(file: string, { files, output }: SpecFilesConfig): string {
  const bases = files
    .filter((glob) => !glob.startsWith('!') && picomatch.isMatch(file, glob, { dot: true }))
    .map((glob) => picomatch.scan(glob).base)
    .sort((a, b) => a.length - b.length);
  const base = bases[0] === undefined || bases[0] === file ? '' : bases[0];
  const below = base !== '' && file.startsWith(`${base}/`) ? file.slice(base.length + 1) : file;
  const segments = below.split('/').filter((segment) => segment !== '..' && !FOLDERS.has(segment));
  return `${output}/${segments.join('/').replace(/\.(?:md|markdown|mdx)$/i, '')}.yaml`.replace(/^\.?\//, '');
}
