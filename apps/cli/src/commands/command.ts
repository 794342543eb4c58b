import { renderVerdicts, type Format, type StepResult } from '@fixpoint/runner';
import { EXIT_CODES, type Verdict } from '@fixpoint/model';
import type { Command } from 'commander';
import type { Terminal } from '../terminal';

/** What a command is built with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Receives the exit code of the action that ran. */
  readonly report: (code: number) => void;
}

/** One command of the product: declares its options and runs one function of the runner. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** Prints a verdict on standard output and gives its exit code. */
export function printVerdict(verdict: Verdict, terminal: Terminal, format: Format = 'text'): number {
  const { output, exitCode } = renderVerdicts([verdict], {
    format,
    color: terminal.color,
    command: terminal.command,
  });
  terminal.stdout.write(output);
  return exitCode;
}

/** Prints a verdict that has findings on standard error, for commands whose standard output another program reads. */
export function printFailure(verdict: Verdict, terminal: Terminal): number {
  const { color, command, stderr } = terminal;
  const { output, exitCode } = renderVerdicts([verdict], { format: 'text', color, command });
  if (verdict.outcome !== 'clean') stderr.write(output);
  return exitCode;
}

/** Prints what a step planned or did, and what stood in its way, and gives its exit code. */
export function printStep({ text, verdict }: StepResult, terminal: Terminal): number {
  terminal.stdout.write(text ?? '');
  if (text === undefined || verdict.outcome !== 'clean') return printVerdict(verdict, terminal);
  return EXIT_CODES.clean;
}

/** Declares `--root`, which every command over one root has. */
export function addRootOption(command: Command): Command {
  return command.requiredOption(
    '--root <dir>',
    'directory of the marker (RULES.json, SUPPORT.json, CONTRACTS.json, redocly.yaml or SPECS.json) or of a folder of specs',
  );
}
