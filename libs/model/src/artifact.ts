/** A path relative to the derivation's root, with `/` on every OS and no `..` segment. */
export type RelativePath = string;

/** Whether a text can be a relative path at all: not absolute on any OS, no `..` segment, no NUL. */
export function isRelativePath(path: string): boolean {
  return (
    !/^(?:[/\\]|[A-Za-z]:[/\\])/.test(path) && !path.includes('\0') && !path.split(/[/\\]/).includes('..')
  );
}

/** Whether a glob is relative, with no `..` segment in any of its alternatives (`{..,a}/b`); escaped characters count as such. */
export function isRelativeGlob(glob: string): boolean {
  const plain = glob.replace(/\\(?=[^\w.\\/])/g, '');
  return isRelativePath(plain) && !plain.split(/[/\\{},]/).includes('..');
}

/** One derived file: where it belongs and its whole text (UTF-8, LF, one trailing newline unless the format says otherwise). */
export interface Artifact {
  readonly path: RelativePath;
  readonly text: string;
}
