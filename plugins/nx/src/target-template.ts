import type { TargetConfiguration } from '@nx/devkit';
import type { ManifestRoot } from './manifest-root';
import type { TargetId } from './options';

/** One entry of a target's inputs. */
export type Input = NonNullable<TargetConfiguration['inputs']>[number];

/** What a kind of root gives a target of its own name. */
export interface TargetTemplate {
  readonly description: string;
  readonly inputs: (at: ManifestRoot) => readonly Input[];
  readonly outputs: (at: ManifestRoot) => readonly string[];
  readonly dependsOn: readonly TargetId[];
  readonly cache: boolean;
  /** Whether generators that the user has installed run. */
  readonly generates?: boolean;
  /** The markers that have the target; those of wrapped tools by default. */
  readonly markers?: readonly string[];
}

/** A glob below the marker's directory, as Nx writes it. */
export const inRoot = ({ prefix }: ManifestRoot, glob: string): string => `{projectRoot}/${prefix}${glob}`;

/** Globs below the marker's directory that are left out. */
export const notInRoot = (at: ManifestRoot, ...globs: readonly string[]): string[] =>
  globs.map((glob) => `!${inRoot(at, glob)}`);

/**
 * The manifest's own project, and those it has an edge to: the projects of the files that the marker names. Which files
 * these are is not known here (reading 10,000 markers costs more than all the rest), so every file counts that is no prose.
 */
export const SOURCES: readonly Input[] = ['{projectRoot}/**/*', '!{projectRoot}/**/README.md', '^default'];

/** Set, it stands for the time in artifacts that carry one. */
export const CLOCK: Input = { env: 'SOURCE_DATE_EPOCH' };
