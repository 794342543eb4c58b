import {
  readNamedFile,
  failure,
  failureOf,
  success,
  type Finding,
  type Ports,
  type Result,
} from '@fixpoint/model';
import type { Manifest, WrapperConfig } from '@fixpoint/surface-formats';

type SourceConfig = NonNullable<WrapperConfig['source']>;

/** The text in which the wrapper's coverage is declared, as it was read. */
export interface DeclaredSource {
  readonly kind: SourceConfig['kind'];
  /** The file, relative to the root; the marker for what a command printed. */
  readonly file: string;
  readonly text: string;
  /** The constant of a module. */
  readonly exportName?: string;
}

const COMMAND_TIMEOUT_MS = 60_000;
const COMMAND_MAX_BYTES = 16 * 1024 * 1024;
// What a child needs to find programs and its own configuration; nothing else of the caller's environment reaches it.
const PASSED_ENVIRONMENT = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TEMP', 'TMPDIR', 'PATHEXT'];

/** Reads the declared source: a file below the root, or what a command prints when it runs in the root. */
export async function collectSource(ports: Ports, { wrapper }: Manifest): Promise<Result<DeclaredSource>> {
  const source = wrapper?.source;
  if (source === undefined) return failureOf('usage', undeclared());
  if (source.kind === 'command') return runCommand(ports, source.command);
  const text = await readNamedFile(ports, source.path);
  if (text === undefined) return failure(missing(source));
  const exportName = source.kind === 'module' ? { exportName: source.exportName } : {};
  return success({ kind: source.kind, file: source.path, text, ...exportName });
}

function undeclared(): Finding {
  return {
    id: 'wrapper-coverage/source-undeclared',
    severity: 'error',
    message: 'RULES.json names no place where the coverage of the wrapper is declared',
    file: 'RULES.json',
    path: '/wrapper/source',
    fix: 'add "wrapper": { "source": { "module": "coverage.ts" } } to RULES.json',
  };
}

function missing(source: Exclude<SourceConfig, { kind: 'command' }>): Finding {
  const content =
    source.kind === 'module'
      ? `export const ${source.exportName} = { schema_version: 1, coverage: [] };`
      : '{ "schema_version": 1, "coverage": [] }';
  return {
    id: 'wrapper-coverage/source-missing',
    severity: 'error',
    message: `${source.path}, where the coverage of the wrapper is declared, does not exist`,
    file: source.path,
    fix: `create ${source.path} with \`${content}\`, or correct "wrapper.source" in RULES.json`,
  };
}

async function runCommand(ports: Ports, words: readonly string[]): Promise<Result<DeclaredSource>> {
  const [command = '', ...args] = words;
  const result = await ports.processes.run({
    command,
    args,
    env: commandEnvironment(ports),
    cwd: ports.files.root,
    timeoutMs: COMMAND_TIMEOUT_MS,
    maxBytes: COMMAND_MAX_BYTES,
  });
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  if (result.status === 'not-started') {
    return failureOf('environment', commandFailed(words, `it could not be started (${result.startError})`));
  }
  if (result.status === 'timeout') {
    return failure(commandFailed(words, `it did not end within ${COMMAND_TIMEOUT_MS / 1000} s`));
  }
  if (result.status === 'signalled' || result.exitCode !== 0) {
    const end = result.signal ?? `exit code ${result.exitCode}`;
    return failure(commandFailed(words, `it ended with ${end}`, lastLine(decode(result.stderr))));
  }
  if (result.truncated) {
    return failure(commandFailed(words, `it printed more than ${COMMAND_MAX_BYTES} bytes`));
  }
  return success({ kind: 'command', file: 'RULES.json', text: decode(result.stdout) });
}

function commandEnvironment({ machine }: Ports): Record<string, string> {
  const passed = PASSED_ENVIRONMENT.flatMap((name) => {
    const value = machine.env(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passed), NO_COLOR: '1' };
}

function commandFailed(words: readonly string[], reason: string, actual?: string): Finding {
  return {
    id: 'wrapper-coverage/command-failed',
    severity: 'error',
    message: `the command that declares coverage gave nothing: ${reason}`,
    file: 'RULES.json',
    path: '/wrapper/source/command',
    ...(actual ? { actual } : {}),
    fix: `run \`${words.join(' ')}\` in the directory of RULES.json and correct what it reports`,
  };
}

function lastLine(text: string): string | undefined {
  return text.trim().split('\n').at(-1)?.slice(0, 300);
}
