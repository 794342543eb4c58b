import { resolvePath } from './outside-files';
import type { PackageFile, Ports } from './ports';

/** What globs that a marker names lead to. */
export interface NamedGlobs {
  /** Paths relative to the root, with `..` for what lies outside; each file once, sorted by code unit. */
  readonly files: readonly PackageFile[];
  /** Globs that match nothing. */
  readonly unmatched: readonly string[];
}

/**
 * Reads the files that globs relative to the root match. A glob may begin with `..`: the file port refuses what lies outside, so the directory
 * up to which it leads is read as that of a package is. A glob that begins with `!` takes away from all others.
 */
export async function readNamedGlobs(ports: Ports, globs: readonly string[]): Promise<NamedGlobs> {
  const excluded = globs.filter((glob) => glob.startsWith('!'));
  const files = new Map<string, string>();
  const unmatched: string[] = [];
  for (const glob of globs.filter((candidate) => !candidate.startsWith('!'))) {
    const matched = await readGlob(ports, glob.replace(/^(?:\.\/)+/, ''), excluded);
    if (matched.length === 0) unmatched.push(glob);
    for (const { path, text } of matched) files.set(path, text);
  }
  const paths = [...files.keys()].sort();
  return { files: paths.map((path) => ({ path, text: files.get(path) as string })), unmatched };
}

async function readGlob(
  { files, packages }: Ports,
  glob: string,
  excluded: readonly string[],
): Promise<readonly PackageFile[]> {
  const above = upwards(glob);
  const same = excluded
    .map((other) => other.slice(1))
    .filter((other) => upwards(other) === above)
    .map((other) => `!${other.slice(above.length)}`);
  const wanted = [glob.slice(above.length), ...same];
  if (above !== '') {
    const outside = await packages.readFiles(resolvePath(files.root, above), wanted);
    return outside.map(({ path, text }) => ({ path: `${above}${path}`, text }));
  }
  const paths = await files.list(wanted);
  const texts = await Promise.all(paths.map((path) => files.readText(path)));
  return paths.flatMap((path, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ path, text }];
  });
}

/** The steps out of the root with which a glob begins. */
function upwards(glob: string): string {
  return /^(?:\.\.\/)*/.exec(glob)?.[0] ?? '';
}
