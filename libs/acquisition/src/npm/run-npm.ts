import { spawn } from 'node:child_process';
import { ToolError } from '@fixpoint/model';

/** One call of npm. */
export interface NpmRun {
  readonly cwd: string;
  /** Milliseconds until npm is ended. */
  readonly timeoutMs: number;
}

const KEPT_STDERR = 4000;
const KEPT_STDOUT = 64 * 1024 * 1024;
const KEPT_LINES = 5;

/**
 * Runs the user's own npm and gives what it printed.
 *
 * @throws ToolError when npm is missing, refuses, or does not end in time
 */
export function runNpm(args: readonly string[], { cwd, timeoutMs }: NpmRun): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', [...args, '--loglevel=error'], {
      cwd,
      env: process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      // Not `timeout`: its timer outlives a program that could not be started.
      signal: AbortSignal.timeout(timeoutMs),
      killSignal: 'SIGKILL',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < KEPT_STDOUT) stdout += text;
    });
    child.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (stderr = `${stderr}${text}`.slice(0, KEPT_STDERR)));
    child.on('error', (cause) => reject(notRun(args, cause, timeoutMs)));
    child.on('close', (code) => (code === 0 ? resolve(stdout) : reject(refusal(args, code, stderr))));
  });
}

function notRun(args: readonly string[], cause: Error, timeoutMs: number): ToolError {
  if (cause.name !== 'AbortError')
    return new ToolError('npm could not be started', { cause, fix: 'install npm, or put it on PATH' });
  return new ToolError(`npm ${args.slice(0, 2).join(' ')} did not end in ${timeoutMs / 1000} s`, {
    cause,
    fix: 'check the network connection and the registry that npm uses (npm config get registry), then run the command again',
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
      fix: 'check the package, its version, the network connection and the registry that npm uses (npm config get registry), then run the command again',
    },
  );
}
