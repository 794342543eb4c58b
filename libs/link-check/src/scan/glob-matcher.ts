import picomatch from 'picomatch';

/** Whether a path matches any of the globs and none of those that begin with `!`. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const plain = globs.map((glob) => glob.replace(/^(!?)(?:\.\/)+/, '$1'));
  const included = plain.filter((glob) => !glob.startsWith('!'));
  if (included.length === 0) return () => false;
  const ignored = plain.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const [taken, left] = [included.map(toPattern), ignored.map(toPattern)];
  return (path) => taken.some((pattern) => pattern.test(path)) && !left.some((pattern) => pattern.test(path));
}

function toPattern(glob: string): RegExp {
  return picomatch.makeRe(glob, { dot: true, nonegate: true });
}
