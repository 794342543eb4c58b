import { bootstrapCoverage, renderVerdicts } from '@fixpoint/runner';
import { addRootOption, type AddCommand } from './command';

/** `fixpoint bootstrap-coverage`: prints a module, writes nothing. */
export const addBootstrapCoverage: AddCommand = (program, { terminal, report }) => {
  const command = program
    .command('bootstrap-coverage')
    .description('Prints a coverage module made from what the source of an undeclared wrapper passes');
  addRootOption(command).action(async (options: { readonly root: string }) => {
    const { text, verdict } = await bootstrapCoverage({ root: options.root, base: terminal.cwd });
    const { output, exitCode } = renderVerdicts([verdict], {
      format: 'text',
      color: terminal.color,
      command: terminal.command,
    });
    if (text === undefined) terminal.stderr.write(output);
    else terminal.stdout.write(text);
    report(exitCode);
  });
};
