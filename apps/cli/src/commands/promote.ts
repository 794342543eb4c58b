import { promote } from '@fixpoint/runner';
import { addRootOption, printStep, type AddCommand } from './command';

interface PromoteOptions {
  readonly root: string;
  readonly version: string;
  readonly target?: readonly string[];
  readonly apply?: boolean;
  readonly allowBackward?: boolean;
  readonly minSupported?: string;
}

/** `fixpoint promote`: shows what promoting a version changes, and changes it with `--apply`. */
export const addPromote: AddCommand = (program, { terminal, report }) => {
  const collect = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value];
  const command = program
    .command('promote')
    .description('Shows what promoting a version changes, and with --apply changes it in one step');
  addRootOption(command)
    .requiredOption('--version <version>', 'the version to promote')
    .option(
      '--target <triple>',
      'a target to promote it on; repeatable (default: every target that can)',
      collect,
    )
    .option('--apply', 'change the files')
    .option('--allow-backward', 'let pointers move to an older version')
    .option('--min-supported <version>', 'let min_supported.txt name this version')
    .action(async (options: PromoteOptions) => {
      const result = await promote({
        root: options.root,
        base: terminal.cwd,
        version: options.version,
        targets: options.target,
        apply: options.apply,
        allowBackward: options.allowBackward,
        minSupported: options.minSupported,
      });
      report(printStep(result, terminal));
    });
};
