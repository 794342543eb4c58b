/** Whether a glob, or what it takes out (`!`), lies outside of the root: it begins with `../`. */
export function isOutsideGlob(glob: string): boolean {
  return /^!?(?:\.\/)*\.\.\//.test(glob);
}

/** A glob without `./` at its beginning, which matchers take for a name. */
export function plainGlob(glob: string): string {
  return glob.replace(/^(!?)(?:\.\/)+/, '$1');
}

/** The directories at the beginning of a glob in which nothing is a pattern; empty where the first one is. */
export function staticBase(glob: string): string {
  const segments = glob.split('/').slice(0, -1);
  const pattern = segments.findIndex((segment) => /[*?[\]{}()!+@\\]/.test(segment));
  return segments.slice(0, pattern === -1 ? segments.length : pattern).join('/');
}
