import type { ChildProcess } from 'node:child_process';
import type { ProcessResult } from '@fixpoint/model';
import { errorCode } from '../files/system-error';
import { killGroup } from './kill-group';

/** How a child ended, without its output. */
export type ChildEnd = Pick<ProcessResult, 'status' | 'exitCode' | 'signal' | 'startError'>;

/** Milliseconds that a killed process may take to vanish (one that hangs in the kernel never does). */
const VANISH_MS = 2_000;
/** The longest delay a timer of Node can have. */
const LONGEST_MS = 2 ** 31 - 1;

/** Waits for a child's exit, not for its pipes; kills its group when `timeoutMs` have passed. */
export function childEnd(child: ChildProcess, timeoutMs: number): Promise<ChildEnd> {
  return new Promise((resolve) => {
    let expired = false;
    let timer = setTimeout(
      () => {
        // setImmediate: after a long synchronous task the timer is due before an exit in time was noticed.
        setImmediate(() => expire());
      },
      Math.min(timeoutMs, LONGEST_MS),
    );
    let settled = false;
    const settle = (end: ChildEnd): void => {
      settled = true;
      clearTimeout(timer);
      resolve(end);
    };
    const expire = (): void => {
      if (settled || child.pid === undefined) return;
      expired = true;
      killGroup(child.pid);
      timer = setTimeout(settle, VANISH_MS, { status: 'timeout' });
    };
    child.once('error', (error) => child.pid === undefined && settle(notStarted(error)));
    child.once('exit', (code, signal) => settle(expired ? { status: 'timeout' } : ended(code, signal)));
  });
}

function notStarted(error: Error): ChildEnd {
  return { status: 'not-started', startError: errorCode(error) ?? error.message };
}

function ended(exitCode: number | null, signal: NodeJS.Signals | null): ChildEnd {
  if (exitCode !== null) return { status: 'exited', exitCode };
  return { status: 'signalled', signal: signal ?? 'unknown' };
}
