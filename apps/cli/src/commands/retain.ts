import { retain } from '@fixpoint/runner';
import { addRootOption, printStep, type AddCommand } from './command';

/** `fixpoint retain`: shows which versions the rules prune, and prunes them with `--apply`. */
export const addRetain: AddCommand = (program, { terminal, report }) => {
  const command = program
    .command('retain')
    .description('Shows which versions the retention rules prune, and with --apply prunes them');
  addRootOption(command)
    .option('--apply', 'remove them')
    .action(async (options: { readonly root: string; readonly apply?: boolean }) => {
      report(
        printStep(await retain({ root: options.root, base: terminal.cwd, apply: options.apply }), terminal),
      );
    });
};
