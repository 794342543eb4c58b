import { acquire, terminalProgress } from '@fixpoint/runner';
import { addRootOption, printVerdict, type AddCommand } from './command';

interface AcquireOptions {
  readonly root: string;
  readonly version?: string;
  readonly target?: string;
  readonly pin?: string | true;
}

/** `fixpoint acquire`: the one command that downloads. */
export const addAcquire: AddCommand = (program, { terminal, report }) => {
  const command = program
    .command('acquire')
    .description(
      'Downloads the binaries that artifacts.lock.json pins, verifies and unpacks them (uses the network)',
    );
  addRootOption(command)
    .option('--version <version>', 'one version only (default: every pinned version)')
    .option('--target <triple>', 'one target triple only')
    .option(
      '--pin [asset]',
      'pin one more asset first: <package>@<version> of npm or github:<owner>/<repo>@<tag>#<asset>; needs --version and --target. Without a value the assets that RULES.json names for its targets',
    )
    .action(async (options: AcquireOptions) => {
      const verdict = await acquire({
        root: options.root,
        base: terminal.cwd,
        version: options.version,
        triple: options.target,
        pin: options.pin,
        progress: terminalProgress(terminal.stderr),
      });
      report(printVerdict(verdict, terminal));
    });
};
