import { trimWhiteSpace } from '@fixpoint/help-parser';
import type { ProcessResult } from '@fixpoint/model';
import { quoteWord } from './quote-word';

/** How one call of the tool ended. The texts are decoded, otherwise as printed. */
export interface ReferenceRun {
  readonly status: ProcessResult['status'];
  readonly exitCode?: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it could not be started. */
  readonly startError?: string;
}

/** What rules version 1 asks of a call. */
export interface ReferenceCall {
  /** Variables that are set on top of the inherited ones; standard input is closed. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds until the call is given up; absent where the reference waits for ever. */
  readonly timeoutMs?: number;
}

/**
 * Calls the tool. Pages are asked for as soon as they are known, many at once: a runner that starts processes has to bound
 * their number itself.
 */
export type ReferenceRunner = (args: readonly string[], call: ReferenceCall) => Promise<ReferenceRun>;

/** A process's result as a runner gives it; invalid UTF-8 is replaced, a byte order mark stays. */
export function toReferenceRun(result: ProcessResult): ReferenceRun {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    status: result.status,
    exitCode: result.exitCode,
    stdout: decoder.decode(result.stdout),
    stderr: decoder.decode(result.stderr),
    startError: result.startError,
  };
}

/** Whether the tool ended by itself with exit code 0. */
export function hasSucceeded(run: ReferenceRun): boolean {
  return run.status === 'exited' && run.exitCode === 0;
}

/** The text of a run: standard output, or standard error when nothing but white space is there; CRLF becomes LF. */
export function outputText(run: ReferenceRun): string {
  return (hasText(run.stdout) ? run.stdout : run.stderr).replaceAll('\r\n', '\n');
}

/** A command line for messages. The program stands as it is, arguments are quoted where they need it. */
export function commandLine(command: string, args: readonly string[]): string {
  return [command, ...args.map(quoteWord)].join(' ');
}

/** A command line with its exit code, -1 when there is none. */
export function exitLine(command: string, args: readonly string[], run: ReferenceRun): string {
  return `${commandLine(command, args)} (exit ${run.exitCode ?? -1})`;
}

/** Why a call failed, with everything it printed. */
export function describeFailure(command: string, args: readonly string[], run: ReferenceRun): string {
  if (run.status === 'not-started') return `spawn failed: ${run.startError ?? 'unknown reason'}`;
  const streams = (['stdout', 'stderr'] as const).filter((name) => hasText(run[name]));
  return [exitLine(command, args, run), ...streams.map((name) => `${name}:\n${run[name]}`)].join('\n');
}

function hasText(text: string): boolean {
  return trimWhiteSpace(text) !== '';
}
