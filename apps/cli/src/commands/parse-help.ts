import { DIALECT_IDS } from '@fixpoint/help-parser';
import { parseHelp } from '@fixpoint/runner';
import { Option } from 'commander';
import type { AddCommand } from './command';

interface ParseHelpOptions {
  readonly dir?: string;
  readonly program?: string;
  readonly path?: string;
  readonly dialect: string;
}

/** `fixpoint parse-help`: shows what is read from help pages; reads the files named and nothing else. */
export const addParseHelp: AddCommand = (program, { terminal, report }) => {
  program
    .command('parse-help')
    .description('Prints as JSON what is read from help pages: commands, flags and arguments')
    .argument('[file...]', 'files that hold what a program printed')
    .option(
      '--dir <dir>',
      'a tree of pages: <tool>/_root.txt, <tool>/<command>/<subcommand>.txt, or one tool’s directory',
    )
    .option('--program <name>', "the program's name (default: the first word of the usage line)")
    .option('--path <words>', 'the command the page is about, as in "remote add" (default: the root)')
    .addOption(
      new Option('--dialect <id>', 'the grammar to read with')
        .choices(['auto', ...DIALECT_IDS])
        .default('auto'),
    )
    .action(async (files: readonly string[], options: ParseHelpOptions) => {
      const { output, problems, exitCode } = await parseHelp({
        base: terminal.cwd,
        files,
        ...(options.dir !== undefined && { directory: options.dir }),
        ...(options.program !== undefined && { program: options.program }),
        ...(options.path !== undefined && { path: options.path.split(/\s+/).filter((word) => word !== '') }),
        dialect: options.dialect,
      });
      for (const problem of problems) terminal.stderr.write(`${problem}\n`);
      if (output !== undefined) terminal.stdout.write(output);
      report(exitCode);
    });
};
