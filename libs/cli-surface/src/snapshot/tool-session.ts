import { basename } from 'node:path/posix';
import { normalizeHelpText } from '@fixpoint/help-parser';
import type { Ports, ProcessResult } from '@fixpoint/model';
import type { ProbeFailure, ToolConfig } from '@fixpoint/surface-formats';
import {
  childEnvironment,
  readMachineEnvironment,
  temporaryDirectory,
  type ChildDirectories,
} from './child-environment';
import { createPool } from './pool';

/** Why a call gave nothing, in words that are the same on every machine. */
export type CallProblem = Pick<ProbeFailure, 'kind' | 'detail'>;

/** What a call to the tool came to. Both streams are decoded, without ANSI sequences and machine-specific paths. */
export type ToolAnswer =
  | { readonly ok: true; readonly exitCode: number; readonly stdout: StreamText; readonly stderr: StreamText }
  | { readonly ok: false; readonly problem: CallProblem };

/** The text of one stream and what had to be mended in it. */
export interface StreamText {
  readonly text: string;
  /** The text with its tabs and control characters, for answers of a protocol that means something by them. */
  readonly verbatim: string;
  readonly invalidUtf8: boolean;
  readonly ansi: boolean;
}

/** Calls of one executable, each in an empty home and working directory of its own. */
export interface ToolSession {
  readonly tool: ToolConfig;
  /** Absolute path of the executable. */
  readonly path: string;
  /** A call with its answer read; `own` as for `run`. */
  call(args: readonly string[], own?: RunOptions): Promise<ToolAnswer>;
  /** A call as it ended, its streams untouched; `own` is set on top of the pinned environment. */
  run(args: readonly string[], own?: RunOptions): Promise<ProcessResult>;
}

/** What one call may have of its own. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** How a session runs its executable. */
export interface SessionOptions {
  readonly tool: ToolConfig;
  /** Absolute path of the executable. */
  readonly path: string;
  /** A command that runs it, empty when it runs by itself. */
  readonly runner: readonly string[];
  /** Added to the environment of every child, for the runner. */
  readonly runnerEnv?: Readonly<Record<string, string>>;
  /** Children at once. */
  readonly concurrency: number;
  /** Told after every call how many have been answered, of how many that were asked for so far. */
  progress?(done: number, asked: number): void;
}

const DIRECTORIES_PER_CHILD = 4;

/** Opens a session; nothing is run yet. */
export async function openSession(ports: Ports, options: SessionOptions): Promise<ToolSession> {
  const machine = await readMachineEnvironment(ports);
  const start = (args: readonly string[], own: ChildDirectories, { env, timeoutMs }: RunOptions = {}) => {
    const [command = options.path, ...before] = [...options.runner, options.path];
    return ports.processes.run({
      command,
      args: [...before, ...args],
      env: { ...childEnvironment(options.tool, machine, own), ...options.runnerEnv, ...env },
      cwd: own.work,
      timeoutMs: timeoutMs ?? options.tool.timeoutMs,
      maxBytes: options.tool.maxPageBytes,
    });
  };
  const processes = createPool(options.concurrency);
  const directories = createPool(options.concurrency * DIRECTORIES_PER_CHILD);
  // The directories of the next children are made, and those of the last removed, while others run.
  let asked = 0;
  let done = 0;
  const apart = async <T>(use: (own: ChildDirectories) => Promise<T>) => {
    asked += 1;
    const result = await directories(() => inFreshDirectories(ports, (own) => processes(() => use(own))));
    done += 1;
    options.progress?.(done, asked);
    return result;
  };
  return {
    tool: options.tool,
    path: options.path,
    run: (args, runOptions) => apart((own) => start(args, own, runOptions)),
    call: (args, runOptions) =>
      apart(async (own) => toAnswer(await start(args, own, runOptions), { ...own, ...options })),
  };
}

/**
 * State that one call leaves must not reach the next: which call is next depends on timing.
 *
 * @req FP-SNAP-002
 */
function inFreshDirectories<T>(ports: Ports, use: (own: ChildDirectories) => Promise<T>): Promise<T> {
  return ports.scratch.with('home', (home) => ports.scratch.with('work', (work) => use({ home, work })));
}

function toAnswer(result: ProcessResult, context: ChildDirectories & SessionOptions): ToolAnswer {
  const problem = problemOf(result, context.tool);
  if (problem !== undefined) return { ok: false, problem };
  return {
    ok: true,
    exitCode: result.exitCode ?? 0,
    stdout: readStream(result.stdout, context),
    stderr: readStream(result.stderr, context),
  };
}

function problemOf(result: ProcessResult, tool: ToolConfig): CallProblem | undefined {
  if (result.status === 'timeout') return { kind: 'timeout', detail: `no answer after ${tool.timeoutMs} ms` };
  if (result.status === 'signalled')
    return { kind: 'signal', detail: `ended by ${result.signal ?? 'a signal'}` };
  if (result.status === 'not-started') {
    return { kind: 'not-started', detail: `could not be started: ${result.startError ?? 'unknown reason'}` };
  }
  return result.truncated ? { kind: 'too-large', detail: `more than ${tool.maxPageBytes} bytes` } : undefined;
}

const ESCAPE = 0x1b;

function readStream(bytes: Uint8Array, paths: ChildDirectories & { readonly path: string }): StreamText {
  return {
    text: withoutPaths(normalizeHelpText(bytes), paths),
    verbatim: withoutPaths(new TextDecoder('utf-8').decode(bytes), paths),
    invalidUtf8: !isUtf8(bytes),
    ansi: bytes.includes(ESCAPE),
  };
}

// A runner for programs of Windows gives them a user directory of its own making, named for whoever runs it.
const WINDOWS_USER = /\b[A-Z]:\\users\\[^\\/:*?"<>|\s]+/gi;
const WINDOWS_TEMPORARY = /\b[A-Z]:\\users\\[^\\/:*?"<>|\s]+\\(?:AppData\\Local\\)?Temp\b\\?/gi;

/**
 * Tools print the home as part of defaults and some print how they were called; neither may reach an artifact.
 *
 * @req FP-DET-004
 */
function withoutPaths(text: string, own: ChildDirectories & { readonly path: string }): string {
  return text
    .replaceAll(WINDOWS_TEMPORARY, '/tmp')
    .replaceAll(WINDOWS_USER, '~')
    .replaceAll(temporaryDirectory(own), '/tmp')
    .replaceAll(own.home, '~')
    .replaceAll(own.work, '.')
    .replaceAll(own.path, basename(own.path.replaceAll('\\', '/')));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text that carries the help: standard output if anything visible is there, else standard error. */
export function answerText(answer: { readonly stdout: StreamText; readonly stderr: StreamText }): StreamText {
  return answer.stdout.text.trim() === '' ? answer.stderr : answer.stdout;
}
