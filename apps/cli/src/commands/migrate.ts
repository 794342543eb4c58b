import { migrate } from '@fixpoint/runner';
import { addRootOption, printStep, type AddCommand } from './command';

interface MigrateOptions {
  readonly root: string;
  readonly tool?: string;
  readonly apply?: boolean;
}

/** `fixpoint migrate`: shows what a root of rules version 1 becomes under version 2, and writes it with `--apply`. */
export const addMigrate: AddCommand = (program, { terminal, report }) => {
  const command = program
    .command('migrate')
    .description('Shows how a root of rules version 1 becomes one of version 2, and with --apply writes it');
  addRootOption(command)
    .option('--tool <name>', 'the name of the tool (default: what the snapshots of the root say)')
    .option('--apply', 'write the files')
    .action(async ({ root, tool, apply }: MigrateOptions) => {
      report(printStep(await migrate({ root, base: terminal.cwd, tool, apply }), terminal));
    });
};
