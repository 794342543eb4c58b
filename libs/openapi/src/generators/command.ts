import type { CommandGenerator } from '@fixpoint/contract-formats';
import {
  compareText,
  failureOf,
  resolvePath,
  success,
  type Finding,
  type Ports,
  type ProcessResult,
  type Result,
} from '@fixpoint/model';
import type { GeneratedFile, Generator } from './generator';

const TIMEOUT_MS = 300_000;
const MAX_BYTES = 1024 * 1024;

/** What a child needs to find programs; nothing else of the caller's environment reaches it. */
const PASSED = ['PATH', 'SystemRoot', 'PATHEXT'];

/**
 * A generator of the user's own: a program that writes declared files into a directory that is thrown away afterwards.
 *
 * @req FP-DET-002, FP-OAPI-004
 */
export function commandGenerator(command: CommandGenerator): Generator {
  return {
    name: 'command',
    version: command.version,
    generate: ({ config: { file }, ports }) =>
      ports.scratch.with('home', (home) =>
        ports.scratch.with('generated', async (output) => {
          const words = command.command.map((word) => fill(word, { ports, file, output }));
          const ended = problemOf(await run(ports, words, { home, output }));
          if (ended !== undefined) return failed(file, command, ended);
          return takeOver(command, file, await ports.packages.readFiles(output, ['**/*', '**/.*']));
        }),
      ),
  };
}

function fill(word: string, { ports, file, output }: { ports: Ports; file: string; output: string }): string {
  const { root } = ports.files;
  return word
    .replaceAll('{input}', resolvePath(root, file))
    .replaceAll('{output}', output)
    .replaceAll('{root}', root);
}

async function run(
  ports: Ports,
  [command = '', ...args]: readonly string[],
  { home, output }: { readonly home: string; readonly output: string },
): Promise<ProcessResult> {
  const passed = PASSED.flatMap((name) => {
    const value = ports.machine.env(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  // A program that lies in the repository is named relative to the root, and runs in the scratch directory all the same.
  const isPath = /[/\\]/.test(command) && !/^(?:[/\\]|[A-Za-z]:)/.test(command);
  return ports.processes.run({
    command: isPath ? resolvePath(ports.files.root, command) : command,
    args,
    cwd: output,
    env: {
      ...Object.fromEntries(passed),
      ...{ HOME: home, USERPROFILE: home, TMPDIR: home, TEMP: home, TMP: home },
      ...{ TZ: 'UTC', LANG: 'C', LC_ALL: 'C', NO_COLOR: '1', CI: '1', SOURCE_DATE_EPOCH: '0' },
    },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
  });
}

function problemOf(result: ProcessResult): { readonly reason: string; readonly actual?: string } | undefined {
  const { status, exitCode, signal, startError } = result;
  if (status === 'not-started') return { reason: `it could not be started (${startError})` };
  if (status === 'timeout') return { reason: `it did not end within ${TIMEOUT_MS / 1000} s` };
  if (status === 'exited' && exitCode === 0) return undefined;
  const said = new TextDecoder().decode(result.stderr).trim().split('\n').at(-1)?.slice(0, 300);
  return {
    reason: `it ended with ${signal ?? `exit code ${exitCode}`}`,
    ...(said !== undefined && said !== '' && { actual: said }),
  };
}

function failed(
  file: string,
  { command }: CommandGenerator,
  { reason, actual }: { readonly reason: string; readonly actual?: string },
) {
  return failureOf('environment', {
    id: 'regen-openapi/command-failed',
    severity: 'error',
    message: `the command that generates from ${file} gave nothing: ${reason}`,
    file,
    ...(actual !== undefined && { actual }),
    fix: `run \`${command.join(' ')}\` with the document for {input} and an empty directory for {output}, and correct what it reports`,
  });
}

/** Exactly the declared files are taken over: neither less nor more. */
function takeOver(
  { outputs }: CommandGenerator,
  file: string,
  written: readonly GeneratedFile[],
): Result<readonly GeneratedFile[]> {
  const declared = new Set(outputs);
  const byPath = new Map(written.map(({ path, text }) => [path, text]));
  const problems = [
    ...[...declared].filter((path) => !byPath.has(path)).map((path) => missing(file, path)),
    ...[...byPath.keys()].filter((path) => !declared.has(path)).map((path) => undeclared(file, path)),
  ];
  if (problems.length > 0) return failureOf('usage', ...problems);
  return success([...declared].sort(compareText).map((path) => ({ path, text: byPath.get(path) as string })));
}

function missing(file: string, path: string): Finding {
  return {
    id: 'regen-openapi/output-missing',
    severity: 'error',
    message: `the command that generates from ${file} did not write ${path}, which is declared as its output`,
    file,
    expected: path,
    fix: `let the command write {output}/${path}, or remove ${path} from its "outputs"`,
  };
}

function undeclared(file: string, path: string): Finding {
  return {
    id: 'regen-openapi/output-undeclared',
    severity: 'error',
    message: `the command that generates from ${file} wrote ${path}, which is not declared as its output`,
    file,
    actual: path,
    fix: `add ${JSON.stringify(path)} to its "outputs", or keep the command from writing it`,
  };
}
