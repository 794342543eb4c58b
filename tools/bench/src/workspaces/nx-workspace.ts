import { execFile, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { installedVersion } from '../printing/machine';
import { linkTree } from './link-tree';
import { packedPlugin } from './packed-plugin';
import { REFERENCE_PACKAGE } from './reference-package';

const execute = promisify(execFile);

/** A workspace outside this one, with the packed plugin installed as a user would. */
export interface NxWorkspace {
  readonly directory: string;
  /** Writes a text file, relative to the workspace. */
  write(path: string, text: string): void;
  /** Runs the nx command without a daemon; gives what it prints and throws it if it fails. */
  nx(...args: readonly string[]): Promise<string>;
  /** Forgets the graph and every cached result, as `nx reset` does. */
  reset(): void;
}

/** Installs the packed plugin and nx into a directory that workspaces are made from. */
export async function installPackages(directory: string): Promise<void> {
  const nx = installedVersion('nx');
  const manifest = {
    name: 'workspace',
    private: true,
    devDependencies: { nx, '@fixpoint/nx': `file:${packedPlugin()}` },
  };
  writeTo(directory, 'package.json', JSON.stringify(manifest));
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  await execute('npm', args, { cwd: directory, env: environment(directory) });
  for (const [path, text] of Object.entries(REFERENCE_PACKAGE)) {
    writeTo(directory, `node_modules/bench-reference/${path}`, text);
  }
}

/** Makes a workspace with what is installed in another directory. */
export function createWorkspace(directory: string, installed: string, nxJson: object): NxWorkspace {
  linkTree(installed, directory);
  writeTo(
    directory,
    'nx.json',
    JSON.stringify({ analytics: false, neverConnectToCloud: true, ...nxJson }, null, 2),
  );
  writeTo(directory, '.gitignore', 'node_modules\n.nx\n');
  const env = environment(directory);
  const binary = join(directory, 'node_modules/nx/dist/bin/nx.js');
  return {
    directory,
    write: (path, text) => writeTo(directory, path, text),
    nx: (...args) => runNx([binary, ...args], { cwd: directory, env, output: `${directory}.log` }),
    reset() {
      for (const state of [env['NX_CACHE_DIRECTORY'], env['NX_WORKSPACE_DATA_DIRECTORY']]) {
        rmSync(state as string, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}

// What nx prints goes to a file: it ends without waiting for a pipe that is read by another program.
function runNx(
  args: readonly string[],
  { cwd, env, output }: { cwd: string; env: NodeJS.ProcessEnv; output: string },
): Promise<string> {
  const file = openSync(output, 'w');
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', file, file] });
  closeSync(file);
  // Before the directory is removed, which happens when this process ends as well.
  const kill = (): boolean => child.kill('SIGKILL');
  process.prependOnceListener('exit', kill);
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => {
      process.off('exit', kill);
      const printed = readFileSync(output, 'utf8');
      if (code === 0) resolve(printed);
      else reject(new Error(`nx ${args.slice(1).join(' ')} ended with ${code}:\n${printed.slice(-4000)}`));
    });
  });
}

function environment(directory: string): NodeJS.ProcessEnv {
  const { CI: _ci, ...inherited } = process.env;
  const own = Object.entries(inherited).filter(
    ([name]) => !name.startsWith('NX_') && name !== 'TS_NODE_PROJECT',
  );
  return {
    ...Object.fromEntries(own),
    NX_DAEMON: 'false',
    NX_CACHE_DIRECTORY: join(directory, '.nx/cache'),
    NX_WORKSPACE_DATA_DIRECTORY: join(directory, '.nx/workspace-data'),
  };
}

function writeTo(directory: string, path: string, text: string): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  // A hard link is replaced, never written through.
  rmSync(file, { force: true });
  writeFileSync(file, text);
}
