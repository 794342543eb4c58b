import type * as SpecFiles from './spec-files';

/** What reads markers of specs, loaded where there are specs: most workspaces have none, and pay nothing for it on every command. */
export function specLibrary(): typeof SpecFiles {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the only way to load a module late and at once
  return require('./spec-files') as typeof SpecFiles;
}
