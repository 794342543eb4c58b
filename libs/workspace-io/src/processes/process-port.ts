import type { ProcessPort, ProcessRequest, ProcessResult } from '@fixpoint/model';
import { onShutdown } from '../shutdown';
import { childEnd } from './child-end';
import { collectOutput } from './collect-output';
import { drain } from './drain';
import { killGroup } from './kill-group';
import { startChild } from './start-child';

/**
 * Runs programs without a shell, each in a process group of its own with stdin closed. `run` never rejects. A name without a
 * directory is looked up on the PATH of the request's environment. The answer is taken at the child's exit; whatever is left
 * of its group is killed then, and a pipe that a descendant still holds is drained until it is idle and closed. When this
 * process is ended, so are the children that live.
 */
export function createProcessPort(): ProcessPort {
  return { run };
}

async function run(request: ProcessRequest): Promise<ProcessResult> {
  const child = startChild(request);
  if ('startError' in child) return notStarted(child.startError);
  const { pid } = child;
  const release = pid === undefined ? () => undefined : onShutdown(() => killGroup(pid));
  const stdout = collectOutput(child.stdout, request.maxBytes);
  const stderr = collectOutput(child.stderr, request.maxBytes);
  const end = await childEnd(child, request.timeoutMs);
  if (pid !== undefined) killGroup(pid);
  release();
  child.unref();
  await drain([stdout, stderr]);
  const truncated = stdout.received() > request.maxBytes || stderr.received() > request.maxBytes;
  return { ...end, stdout: stdout.kept(), stderr: stderr.kept(), truncated };
}

function notStarted(startError: string): ProcessResult {
  return {
    status: 'not-started',
    startError,
    stdout: new Uint8Array(),
    stderr: new Uint8Array(),
    truncated: false,
  };
}
