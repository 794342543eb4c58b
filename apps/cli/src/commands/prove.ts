import { prove, terminalProgress } from '@fixpoint/runner';
import { addRootOption, printStep, type AddCommand } from './command';

interface ProveOptions {
  readonly root: string;
  readonly runs: string;
  readonly document?: readonly string[];
}

/** `fixpoint prove`: derives everything several times under other conditions and compares the bytes. */
export const addProve: AddCommand = (program, { terminal, report }) => {
  const command = program
    .command('prove')
    .description(
      'Derives everything several times in scratch copies under other conditions and compares the bytes',
    );
  addRootOption(command)
    .option('--runs <n>', 'how many times', '3')
    .option('--document <file...>', 'OpenAPI documents of a directory without a marker, relative to it')
    .action(async ({ root, runs, document }: ProveOptions) => {
      const step = await prove({
        root,
        base: terminal.cwd,
        runs: Number(runs),
        self: terminal.self,
        documents: document,
        progress: terminalProgress(terminal.stderr),
      });
      report(printStep(step, terminal));
    });
};
