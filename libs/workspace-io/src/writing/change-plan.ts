/** A file as it is before the change. */
export interface OldFile {
  readonly bytes: Uint8Array;
  /** Permission bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** One file that gets new content, or comes into being when there is no `old`. */
export interface Replacement {
  /** As the caller named it. */
  readonly path: string;
  /** Absolute, symlinks followed. */
  readonly real: string;
  readonly bytes: Uint8Array;
  readonly old?: OldFile;
  /** Absolute directories to be made first, outermost first. */
  readonly newDirectories: readonly string[];
}

/** One file that goes. */
export interface Removal {
  readonly path: string;
  readonly real: string;
  readonly old: OldFile;
}

/** One file that the caller named, after every check that can be made without writing. */
export interface Planned {
  readonly path: string;
  readonly real: string;
  /** The nearest directory that exists. */
  readonly directory: string;
  /** What has to be done; nothing for a file that is as it should be. */
  readonly replacement?: Replacement;
  readonly removal?: Removal;
}
