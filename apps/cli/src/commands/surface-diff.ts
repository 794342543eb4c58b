import { EXIT_CODES } from '@fixpoint/model';
import {
  FAIL_ON,
  renderComparison,
  runTarget,
  surfaceDiff,
  terminalProgress,
  type FailOn,
  type Format,
} from '@fixpoint/runner';
import { Option, type Command } from 'commander';
import { printVerdict, type CommandContext } from './command';

interface SurfaceDiffOptions {
  readonly root: string;
  readonly format: Format;
  readonly version?: string;
  readonly from?: string;
  readonly to?: string;
  readonly target?: string;
  readonly fromTarget?: string;
  readonly toTarget?: string;
  readonly failOn?: FailOn;
}

/** Adds to the target what compares two versions by hand; with any of these options nothing is written. */
export function addComparison(command: Command, context: CommandContext): void {
  command
    .addHelpText(
      'after',
      '\nWithout options of a comparison the diffs and the history of the root are written. With one of them two\nversions (the newest and the one before it) or two targets are compared, and nothing is written.',
    )
    .option('--from <version>', 'compare from this version (default: the one before --to)')
    .option('--to <version>', 'compare to this version (default: the newest one)')
    .option('--target <triple>', 'compare on one target only')
    .option('--from-target <triple>', 'compare two targets: the older side')
    .option('--to-target <triple>', 'compare two targets: the newer side')
    .addOption(
      new Option(
        '--fail-on <what>',
        'when a comparison ends with 1: on any breaking change, on one that breaks the wrapper (error), or never',
      ).choices(FAIL_ON),
    )
    .action((options: SurfaceDiffOptions) => (isComparison(options) ? compare : write)(options, context));
}

function isComparison({ from, to, target, fromTarget, toTarget, failOn }: SurfaceDiffOptions): boolean {
  return [from, to, target, fromTarget, toTarget, failOn].some((option) => option !== undefined);
}

async function compare(options: SurfaceDiffOptions, { terminal, report }: CommandContext): Promise<void> {
  const { comparison, verdict } = await surfaceDiff({ ...options, base: terminal.cwd });
  const output = comparison && renderComparison(comparison, options.format);
  if (output === undefined) return report(printVerdict(verdict, terminal, options.format));
  terminal.stdout.write(output);
  report(EXIT_CODES[verdict.outcome]);
}

async function write(options: SurfaceDiffOptions, { terminal, report }: CommandContext): Promise<void> {
  const verdict = await runTarget({
    target: 'surface-diff',
    root: options.root,
    base: terminal.cwd,
    version: options.version,
    progress: terminalProgress(terminal.stderr),
  });
  report(printVerdict(verdict, terminal, options.format));
}
