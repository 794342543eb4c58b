import { EXIT_CODES } from '@fixpoint/model';
import { fingerprint } from '@fixpoint/runner';
import { addRootOption, type AddCommand } from './command';

/** `fixpoint fingerprint`: what Nx hashes in place of the executables. It answers for a broken root as well. */
export const addFingerprint: AddCommand = (program, { terminal, report }) => {
  const command = program
    .command('fingerprint', { hidden: true })
    .description('Prints a digest of the executables a snapshot would measure');
  addRootOption(command).action(async (options: { readonly root: string }) => {
    terminal.stdout.write(`${await fingerprint({ root: options.root, base: terminal.cwd })}\n`);
    report(EXIT_CODES.clean);
  });
};
