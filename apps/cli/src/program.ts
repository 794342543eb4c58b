import { Command, CommanderError, Option } from 'commander';
import { EXIT_CODES } from '@fixpoint/model';
import { FORMATS, PRODUCT_VERSION, TARGETS, type TargetName } from '@fixpoint/runner';
import {
  acquireCommand,
  bootstrapCommand,
  fingerprintCommand,
  targetCommand,
  type TargetOptions,
} from './commands';
import type { Terminal } from './terminal';

/** What a command's action gives back: the exit code. */
export type Action = Promise<number>;

/** Builds the command line; `report` receives the exit code of the action that ran. */
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
  for (const [target, description] of Object.entries(TARGETS) as [TargetName, string][]) {
    addTarget(program, {
      target,
      description,
      run: async (options) => report(await targetCommand(target, options, terminal)),
    });
  }
  addTools(program, terminal, report);
  return program;
}

/** Runs the command line and gives its exit code; never throws and never ends the process. */
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

interface TargetRow {
  readonly target: TargetName;
  readonly description: string;
  readonly run: (options: TargetOptions) => Promise<void>;
}

function addTarget(program: Command, { target, description, run }: TargetRow): void {
  const command = program
    .command(target)
    .description(description)
    .requiredOption('--root <dir>', 'directory of the marker RULES.json')
    .addOption(new Option('--format <format>', 'how the result is printed').choices(FORMATS).default('text'))
    .option('--version <version>', 'one upstream version only (default: all committed versions)');
  if (target.startsWith('snapshot')) {
    command
      .option('--target <triple>', 'one target triple only')
      .option('--binary <file>', 'an executable to measure instead of the configured one');
  }
  command.action((options: TargetOptions) => run(options));
}

function addTools(program: Command, terminal: Terminal, report: (code: number) => void): void {
  program
    .command('acquire')
    .description(
      'Downloads the binaries that artifacts.lock.json pins, verifies and unpacks them (uses the network)',
    )
    .requiredOption('--root <dir>', 'directory of the marker RULES.json')
    .option('--version <version>', 'one version only (default: every pinned version)')
    .option('--target <triple>', 'one target triple only')
    .option('--pin <package-spec>', 'pin one more npm package version first; needs --version and --target')
    .action(async (options: TargetOptions & { pin?: string }) =>
      report(await acquireCommand(options, terminal)),
    );
  program
    .command('bootstrap-coverage')
    .description('Prints a coverage module made from what the source of an undeclared wrapper passes')
    .requiredOption('--root <dir>', 'directory of the marker RULES.json')
    .action(async (options: TargetOptions) => report(await bootstrapCommand(options, terminal)));
  program
    .command('fingerprint', { hidden: true })
    .description('Prints a digest of the executables a snapshot would measure')
    .requiredOption('--root <dir>', 'directory of the marker RULES.json')
    .action(async (options: TargetOptions) => report(await fingerprintCommand(options, terminal)));
}

// Commander answers --help and --version-of-fixpoint by an error with code 0; everything else it throws is misuse.
function usageCode(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.clean : EXIT_CODES.usage;
  terminal.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT_CODES.internal;
}
