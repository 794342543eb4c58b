import type { Ports, ProcessResult } from '@fixpoint/model';
import type { ValidationConfig, ValidationOutcome } from '@fixpoint/surface-formats';

/** One run of the validation command. */
export interface ValidationRun {
  readonly version: string;
  readonly target: string;
  /** Absolute path of the executable. */
  readonly path: string;
  /** A command that runs it, empty when it runs by itself. */
  readonly runner: readonly string[];
}

/** How it ended. */
export interface ValidationResult {
  readonly outcome: ValidationOutcome;
  /** Why it did not pass; the same on every machine. */
  readonly detail?: string;
  readonly exitCode?: number;
  /** The end of what the command printed, for the user. */
  readonly output: string;
}

/** The exit code by which a test says that it was skipped (GNU Automake, "Scripts-based Testsuites"). */
const SKIPPED = 77;
const MAX_BYTES = 1_048_576;
const SHOWN_LINES = 20;

/** Runs the command in the root, in a fresh home, with the executable in its environment. */
export async function runValidation(
  ports: Ports,
  config: ValidationConfig,
  run: ValidationRun,
): Promise<ValidationResult | { readonly notStarted: string }> {
  const [command = '', ...args] = config.command;
  const result = await ports.scratch.with('validation', (home) =>
    ports.processes.run({
      command,
      args,
      env: environmentOf(ports, config, { ...run, home }),
      cwd: ports.files.root,
      timeoutMs: config.timeoutMs,
      maxBytes: MAX_BYTES,
    }),
  );
  if (result.status === 'not-started') return { notStarted: result.startError ?? 'unknown reason' };
  return { ...judge(result, config), output: lastLines(result) };
}

/** @req FP-LIFE-001 */
function environmentOf(
  ports: Ports,
  config: ValidationConfig,
  { version, target, path, runner, home }: ValidationRun & { readonly home: string },
): Record<string, string> {
  const inherited = ['PATH', 'SystemRoot', 'ComSpec', 'PATHEXT'].flatMap((name) => {
    const value = ports.machine.env(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: home,
    TEMP: home,
    TMP: home,
    NO_COLOR: '1',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...config.env,
    FIXPOINT_BINARY: path,
    FIXPOINT_RUNNER: JSON.stringify(runner),
    FIXPOINT_VERSION: version,
    FIXPOINT_TARGET: target,
  };
}

function judge(result: ProcessResult, { timeoutMs }: ValidationConfig): Omit<ValidationResult, 'output'> {
  const { status, exitCode, signal } = result;
  if (status === 'timeout') return { outcome: 'failed', detail: `no end after ${timeoutMs} ms` };
  if (status === 'signalled') return { outcome: 'failed', detail: `ended by ${signal ?? 'a signal'}` };
  if (exitCode === 0) return { outcome: 'passed', exitCode };
  if (exitCode === SKIPPED) return { outcome: 'skipped', detail: 'the command skipped itself', exitCode };
  return { outcome: 'failed', detail: `exit code ${exitCode}`, exitCode };
}

function lastLines({ stdout, stderr }: ProcessResult): string {
  const decoder = new TextDecoder();
  const lines = `${decoder.decode(stdout)}\n${decoder.decode(stderr)}`
    .split('\n')
    .map((line) => line.trimEnd());
  return lines
    .filter((line) => line !== '')
    .slice(-SHOWN_LINES)
    .join('\n');
}
