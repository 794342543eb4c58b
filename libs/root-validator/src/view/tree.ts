import type { RelativePath } from '@fixpoint/model';
import type { FatalFailure } from '../rules/fatal';
import type { Rules } from '../rules/read-rules';
import type { Schemas } from '../schema/read-schemas';

/** What one path held when the tree was read. */
export type FileState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'present'; readonly bytes: Uint8Array };

/** What one directory held: names of files, sorted by code unit. */
export type Listing =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'listed'; readonly names: readonly string[] };

/** A read-only view of files below one directory; a path that was never read counts as absent. */
export interface Tree {
  readonly files: ReadonlyMap<RelativePath, FileState>;
  readonly directories: ReadonlyMap<RelativePath, Listing>;
}

/** The workspace around a root, as far as the support matrix needs it. */
export interface WorkspaceView extends Tree {
  /** The root relative to the workspace; empty when they are the same directory. */
  readonly rootPath: RelativePath;
}

/** How the rules and schemas of a root are come by. */
export interface RootReading {
  readRules(view: RootView): { readonly ok: true; readonly value: Rules } | FatalFailure;
  readSchemas(view: RootView): { readonly ok: true; readonly value: Schemas } | FatalFailure;
}

/** Everything the validator looks at. */
export interface RootView extends Tree {
  /** By the files of the root when absent. */
  readonly reading?: RootReading;
  /** Every file of the directories that versions and pointers lie in. */
  readonly onDisk?: readonly RelativePath[];
  /** The root as the user names it; it stands in fixes. */
  readonly root: string;
  /** The first directory from the root upwards whose `Cargo.toml` declares a workspace. */
  readonly workspace?: WorkspaceView;
}

const ABSENT = { kind: 'absent' } as const;

/** What a path of a tree holds. */
export function fileAt(tree: Tree, path: RelativePath): FileState {
  return tree.files.get(path) ?? ABSENT;
}

/** What a directory of a tree holds. */
export function listingAt(tree: Tree, path: RelativePath): Listing {
  return tree.directories.get(path) ?? ABSENT;
}

/** The text of bytes that are UTF-8, undefined for others; a byte order mark is kept. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text at a path, undefined when there is none that can be read. */
export function textAt(tree: Tree, path: RelativePath): string | undefined {
  const state = fileAt(tree, path);
  if (state.kind !== 'present') return undefined;
  const known = decoded.get(state.bytes) ?? { text: decode(state.bytes) };
  decoded.set(state.bytes, known);
  return known.text;
}

// The text is asked for again with every finding that has a position in it.
const decoded = new WeakMap<Uint8Array, { readonly text: string | undefined }>();
