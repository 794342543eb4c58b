import type { Origin } from '@fixpoint/artifact-lock';
import { githubSource } from './github/github-source';
import { npmSource } from './npm/npm-source';
import type { ArtifactSource } from './source';

/** Every source by the name that lock files call it; a new one is a folder beside these and a row here. */
export const SOURCES: { readonly [S in Origin['source']]: ArtifactSource<Extract<Origin, { source: S }>> } = {
  npm: npmSource,
  'github-release': githubSource,
};
