import type { ProcessPort, ProcessRequest, ProcessResult } from '@fixpoint/model';
import { toBytes } from './memory-tree';

/** How a program of a test ends; by default it exits with code 0 and prints nothing. */
export interface MemoryAnswer extends Partial<Omit<ProcessResult, 'stdout' | 'stderr' | 'truncated'>> {
  readonly stdout?: string | Uint8Array;
  readonly stderr?: string | Uint8Array;
}

/** What a program does: the text on its stdout, a whole answer, or nothing when there is no such program. */
export type MemoryProgram = string | MemoryAnswer | undefined;

/** Programs by command line (`tool sub --help`), or one function of the request. */
export type MemoryPrograms =
  | Readonly<Record<string, MemoryProgram>>
  | ((request: ProcessRequest) => MemoryProgram | Promise<MemoryProgram>);

/** A process port that runs nothing. `requests` grows by every call. */
export function memoryProcesses(programs: MemoryPrograms, requests: ProcessRequest[] = []): ProcessPort {
  return {
    async run(request) {
      requests.push(request);
      const line = [request.command, ...request.args].join(' ');
      const program = typeof programs === 'function' ? await programs(request) : programs[line];
      return answer(program ?? { status: 'not-started', startError: 'ENOENT' }, request.maxBytes);
    },
  };
}

function answer(program: string | MemoryAnswer, maxBytes: number): ProcessResult {
  const given = typeof program === 'string' ? { stdout: program } : program;
  const stdout = toBytes(given.stdout ?? '');
  const stderr = toBytes(given.stderr ?? '');
  return {
    ...ending(given),
    stdout: stdout.subarray(0, maxBytes),
    stderr: stderr.subarray(0, maxBytes),
    truncated: Math.max(stdout.length, stderr.length) > maxBytes,
  };
}

function ending({
  status = 'exited',
  exitCode,
  signal,
  startError,
}: MemoryAnswer): Pick<ProcessResult, 'status'> {
  const endings = {
    exited: { status, exitCode: exitCode ?? 0 },
    signalled: { status, signal: signal ?? 'SIGKILL' },
    timeout: { status },
    'not-started': { status, startError: startError ?? 'ENOENT' },
  };
  return endings[status];
}
