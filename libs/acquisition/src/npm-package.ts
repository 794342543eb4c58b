import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { ToolError } from '@fixpoint/model';

/** A package archive on disk. */
export interface FetchedArchive {
  readonly file: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * Downloads the archive of one npm package version with the user's own npm (registry, proxy and credentials included).
 * Package scripts do not run.
 *
 * @throws ToolError when npm is missing or refuses
 */
export async function fetchNpmArchive(spec: string, directory: string): Promise<FetchedArchive> {
  await runNpm(['pack', spec, '--ignore-scripts', '--pack-destination', directory], directory);
  const archive = (await readdir(directory)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new ToolError(`npm pack ${spec} wrote no archive`);
  const file = join(directory, archive);
  const bytes = await readFile(file);
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length };
}

/**
 * Unpacks a package archive into an existing directory, without its `package/` prefix; links are left out.
 *
 * @throws ToolError when the archive is damaged or an entry leads out of the directory
 */
export async function unpackArchive(archive: string, directory: string): Promise<void> {
  try {
    await extract({
      file: archive,
      cwd: directory,
      strip: 1,
      // What would be left out with a warning otherwise, such as an entry that leads out of the directory, is an error.
      strict: true,
      filter: (_path, entry) => !('type' in entry) || !['Link', 'SymbolicLink'].includes(entry.type),
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ToolError(`the archive of the package cannot be unpacked: ${reason}`, {
      cause,
      fix: 'run the command again; if it stays so, the package is damaged: pin another version',
    });
  }
}

const KEPT_STDERR = 4000;
const KEPT_LINES = 5;

function runNpm(args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', [...args, '--loglevel=error'], {
      cwd,
      env: process.env,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
    let stderr = '';
    child.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (stderr = `${stderr}${text}`.slice(0, KEPT_STDERR)));
    child.on('error', (cause) =>
      reject(new ToolError('npm could not be started', { cause, fix: 'install npm, or put it on PATH' })),
    );
    child.on('close', (code) => (code === 0 ? resolve() : reject(refusal(args, code, stderr))));
  });
}

function refusal(args: readonly string[], code: number | null, stderr: string): ToolError {
  // npm prints the stack of its own errors, indented.
  const reasons = stderr
    .split('\n')
    .map((line) => line.replace(/^npm (?:error|ERR!)/, '').replace(/^ /, ''))
    .filter((line) => /^[^\s}]/.test(line) && !line.startsWith('A complete log'));
  const end = code === null ? 'was ended by a signal' : `failed (exit ${code})`;
  return new ToolError(
    `npm ${args.slice(0, 2).join(' ')} ${end}: ${reasons.slice(0, KEPT_LINES).join('; ')}`,
    {
      fix: 'check the package, its version and the registry that npm uses (npm config get registry), then run the command again',
    },
  );
}
