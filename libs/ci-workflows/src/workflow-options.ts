/** A package manager that workflows can install with. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** What workflows are made of. */
export interface WorkflowOptions {
  /** Directories of the markers, relative to the workspace root; their order does not matter. */
  readonly roots: readonly string[];
  /** How the command line is run, as a line of a shell (`npx fixpoint`). */
  readonly command: string;
  /** How Nx is run (`npx nx`). */
  readonly nx: string;
  readonly packageManager: PackageManager;
  /** Installs exactly what the lock file of the package manager says. */
  readonly install: string;
  readonly nodeVersion: string;
  /** The branch that pull requests go to. */
  readonly baseBranch: string;
  /** When upstream is looked at, in the cron syntax of GitHub. */
  readonly schedule: string;
}

/** Once a day, at a minute that few others choose: GitHub delays what is scheduled for the full hour. */
export const DEFAULT_SCHEDULE = '17 5 * * *';
