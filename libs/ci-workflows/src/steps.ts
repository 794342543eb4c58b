import type { WorkflowOptions } from './workflow-options';

/** A step of a job. */
export type Step = Readonly<Record<string, unknown>>;

/** Every script stops at the first failure, also on Windows. */
export const DEFAULTS = { run: { shell: 'bash' } };

const CACHED = ['npm', 'pnpm', 'yarn'];

/** Checks the repository out, without leaving a token behind. */
export function checkout(settings: Step = {}): Step {
  return { uses: 'actions/checkout@v4', with: { 'persist-credentials': false, ...settings } };
}

/** Node and the packages of the lock file. */
export function setUp({ packageManager, nodeVersion, install }: WorkflowOptions): Step[] {
  const managed = {
    npm: [],
    bun: [{ uses: 'oven-sh/setup-bun@v2' }],
    pnpm: [{ name: 'Enable the package manager', run: 'corepack enable' }],
    yarn: [{ name: 'Enable the package manager', run: 'corepack enable' }],
  }[packageManager];
  const cache = CACHED.includes(packageManager) ? { cache: packageManager } : {};
  return [
    ...managed,
    { uses: 'actions/setup-node@v4', with: { 'node-version': nodeVersion, ...cache } },
    { name: 'Install the packages', run: install },
  ];
}

/** Keeps files beyond the job. */
export function upload(name: string, path: string, settings: Step = {}): Step {
  return {
    uses: 'actions/upload-artifact@v4',
    with: { name, path, 'if-no-files-found': 'error', ...settings },
  };
}

/** Lines of a script, with the newline that ends it. */
export function script(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
