/** A path relative to the derivation's root, with `/` on every OS and no `..` segment. */
export type RelativePath = string;

/** One derived file: where it belongs and its whole text (UTF-8, LF, one trailing newline unless the format says otherwise). */
export interface Artifact {
  readonly path: RelativePath;
  readonly text: string;
}
