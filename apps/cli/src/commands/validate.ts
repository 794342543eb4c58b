import { fixRoot, FORMATS, runTarget, TARGETS, terminalProgress, type Format } from '@fixpoint/runner';
import { Option } from 'commander';
import { addRootOption, printVerdict, type AddCommand } from './command';

interface ValidateOptions {
  readonly root: string;
  readonly format: Format;
  readonly json?: boolean;
  readonly version?: string;
  readonly fix?: boolean;
  readonly document?: readonly string[];
}

/** `fixpoint validate`: checks one root, and with `--fix` mends first what can be mended mechanically. */
export const addValidate: AddCommand = (program, { terminal, report }) => {
  const command = program.command('validate').description(TARGETS.validate);
  addRootOption(command)
    .addOption(new Option('--format <format>', 'how the result is printed').choices(FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .option('--version <version>', 'one upstream version only (default: all committed versions)')
    .option('--document <file...>', 'OpenAPI documents of a directory without a marker, relative to it')
    .addOption(
      new Option(
        '--fix',
        'mend pointers, current.json and the bytes of documents first, then validate; writes files',
      ).conflicts(['version', 'document']),
    )
    .action(async ({ root, version, fix, json, document: documents, ...options }: ValidateOptions) => {
      const format = json === true ? 'json' : options.format;
      const request = { root, base: terminal.cwd, progress: terminalProgress(terminal.stderr) };
      if (fix !== true) {
        const verdict = await runTarget({ ...request, target: 'validate', version, documents });
        return report(printVerdict(verdict, terminal, format));
      }
      const { text, verdict } = await fixRoot(request);
      if (format === 'text') terminal.stdout.write(text ?? '');
      report(printVerdict(verdict, terminal, format));
    });
};
