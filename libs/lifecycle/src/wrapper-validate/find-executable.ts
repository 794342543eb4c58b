import type { Ports } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';

/** The executable that a committed snapshot was made from, wanted again. */
export interface WantedExecutable {
  readonly version: string;
  readonly target: string;
  /** SHA-256 (lower-case hex) that the snapshot records. */
  readonly sha256: string;
  /** An executable the user named (absolute path), to be taken instead of what is configured. */
  readonly path?: string;
}

/** An executable that can be run here, or why there is none. */
export type FoundExecutable =
  | { readonly path: string; readonly sizeBytes: number; readonly runner: readonly string[] }
  | { readonly absent: string };

/** Finds an executable by its digest where the root says that executables of its target are. */
export type FindExecutable = (
  ports: Ports,
  manifest: Manifest,
  wanted: WantedExecutable,
) => Promise<FoundExecutable>;
