import type { PackageFile, Ports } from './ports';
import { readMatching } from './read-matching';

/** What globs that a marker names lead to. */
export interface NamedGlobs {
  /** Paths relative to the root, with `..` for what lies outside; each file once, sorted by code unit. */
  readonly files: readonly PackageFile[];
  /** Globs that match nothing. */
  readonly unmatched: readonly string[];
}

/**
 * Reads the files that globs relative to the root match, and says which of them match none. A glob that begins with `!` takes away from all
 * others. A file that is not UTF-8 is a ToolError with its place.
 */
export async function readNamedGlobs(ports: Ports, globs: readonly string[]): Promise<NamedGlobs> {
  const excluded = globs.filter((glob) => glob.startsWith('!'));
  const texts = new Map<string, string>();
  const unmatched: string[] = [];
  for (const glob of globs.filter((candidate) => !candidate.startsWith('!'))) {
    const matched = await readMatching(ports, [glob, ...excluded]);
    if (matched.length === 0) unmatched.push(glob);
    for (const { path, text, isUtf8 } of matched) {
      if (!isUtf8) await ports.files.readText(path);
      texts.set(path, text);
    }
  }
  const paths = [...texts.keys()].sort();
  return { files: paths.map((path) => ({ path, text: texts.get(path) as string })), unmatched };
}
