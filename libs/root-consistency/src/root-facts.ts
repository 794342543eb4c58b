import type { Finding, RelativePath } from '@fixpoint/model';
import type { LocatedDocument } from '@fixpoint/structured-text';
import type { LockFacts } from './collect-lock';
import type { Misnamed } from './collect-misnamed';

/** A committed JSON file that could be parsed. */
export interface RootDocument extends LocatedDocument {
  readonly text: string;
}

/** What a root holds, as far as its parts are held against each other. */
export interface RootFacts {
  /** Every file of the directories that a root manages, sorted. */
  readonly files: readonly RelativePath[];
  /** Those of them that a derivation has for its own. */
  readonly owned: ReadonlySet<RelativePath>;
  /** Directories that cannot be listed, with the reason. */
  readonly unlisted: ReadonlyMap<RelativePath, string>;
  /** Documents by path; what is no JSON is told by whoever needs it. */
  readonly documents: ReadonlyMap<RelativePath, RootDocument>;
  /** Versions by pointer file; a pointer that names none is not here. */
  readonly pointers: ReadonlyMap<RelativePath, string>;
  /** What is called like something that is read, but for upper and lower case. */
  readonly misnamed: readonly Misnamed[];
  readonly lock: LockFacts;
  /** What is said twice in files that people write. */
  readonly repeatedKeys: readonly Finding[];
}

/** The directories whose every file belongs to some version or target. */
export const MANAGED_DIRECTORIES = [
  'snapshots',
  'reports',
  'versions',
  'pointers',
  'validations',
  'raw_help',
  'diffs',
] as const;

/** The part of a path at an index. */
export function segment(path: RelativePath, index: number): string {
  return path.split('/')[index] ?? '';
}

/** Whether a path lies below a directory at the top of the root. */
export function isBelow(path: RelativePath, directory: string): boolean {
  return path.startsWith(`${directory}/`);
}
