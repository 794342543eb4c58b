import { ciMatrix } from '@fixpoint/runner';
import { Option } from 'commander';
import { addRootOption, printFailure, type AddCommand } from './command';

interface CiMatrixOptions {
  readonly root: string;
  readonly format: 'json' | 'github';
}

/** `fixpoint ci-matrix`: what the workflow of snapshots runs on; prints only. */
export const addCiMatrix: AddCommand = (program, { terminal, report }) => {
  const command = program
    .command('ci-matrix')
    .description('Prints the targets of a root with their CI runners, as a matrix of GitHub Actions');
  addRootOption(command)
    .addOption(
      new Option(
        '--format <format>',
        'how it is printed; github: lines for $GITHUB_OUTPUT, with whether there is a wrapper',
      )
        .choices(['json', 'github'])
        .default('json'),
    )
    .action(async ({ root, format }: CiMatrixOptions) => {
      const { verdict, matrix, hasWrapper } = await ciMatrix({ root, base: terminal.cwd });
      if (matrix !== undefined) {
        const text =
          format === 'github'
            ? `matrix=${JSON.stringify(matrix)}\nwrapper=${hasWrapper}`
            : JSON.stringify(matrix, null, 2);
        terminal.stdout.write(`${text}\n`);
      }
      report(printFailure(verdict, terminal));
    });
};
