import { Command, CommanderError } from 'commander';
import { EXIT_CODES } from '@fixpoint/model';
import { PRODUCT_VERSION } from '@fixpoint/runner';
import { COMMANDS } from './commands';
import type { Terminal } from './terminal';

/**
 * Builds the command line; `report` receives the exit code of the action that ran.
 *
 * @req FP-CLI-002
 */
export function buildProgram(terminal: Terminal, report: (code: number) => void): Command {
  const program = new Command('fixpoint')
    .description('Keeps derived artifacts true to their sources')
    .version(PRODUCT_VERSION, '-V, --version-of-fixpoint', 'print the version of fixpoint')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
    });
  for (const add of COMMANDS) add(program, { terminal, report });
  return program;
}

/**
 * Runs the command line and gives its exit code; never throws and never ends the process.
 *
 * @req FP-EXIT-006
 */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code = EXIT_CODES.clean;
  const interrupted = new Promise<number>((resolve) =>
    terminal.onInterrupt(() => resolve(EXIT_CODES.interrupted)),
  );
  const finished = buildProgram(terminal, (reported) => (code = reported))
    .parseAsync([...argv], { from: 'user' })
    .then(
      () => code,
      (error: unknown) => usageCode(error, terminal),
    );
  return Promise.race([finished, interrupted]);
}

/**
 * Commander answers --help and --version-of-fixpoint by an error with code 0; everything else it throws is misuse.
 *
 * @req FP-CLI-001
 */
function usageCode(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.clean : EXIT_CODES.usage;
  terminal.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT_CODES.internal;
}
