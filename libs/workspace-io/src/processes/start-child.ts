import { type ChildProcess, spawn } from 'node:child_process';
import { isAbsolute } from 'node:path';
import type { ProcessRequest } from '@fixpoint/model';
import { errorCode } from '../files/system-error';
import { isForeignToKernel } from './executable-format';
import { findOnPath } from './find-on-path';

/**
 * Starts a child in a group of its own, or says why that cannot be. Some errors only arrive with its `error` event.
 *
 * @req FP-SEC-006
 */
export function startChild(request: ProcessRequest): ChildProcess | { readonly startError: string } {
  const { command, args, env, cwd } = request;
  const file = isAbsolute(command) ? command : findOnPath(command, env['PATH']);
  if (file === undefined) return { startError: 'ENOENT' };
  if (isForeignToKernel(file)) return { startError: 'ENOEXEC' };
  try {
    return spawn(file, args, {
      argv0: command,
      cwd,
      env,
      detached: process.platform !== 'win32',
      shell: false,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch (error) {
    return { startError: errorCode(error) ?? String(error) };
  }
}
