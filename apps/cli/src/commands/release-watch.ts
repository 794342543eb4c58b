import { EXIT_CODES } from '@fixpoint/model';
import { releaseWatch, renderReleaseWatch, WATCH_FORMATS, type WatchFormat } from '@fixpoint/runner';
import { Option } from 'commander';
import { addRootOption, printFailure, type AddCommand } from './command';

interface ReleaseWatchOptions {
  readonly root: string;
  readonly format: WatchFormat;
  readonly prereleases?: boolean;
  readonly exitCode?: boolean;
}

/** `fixpoint release-watch`: asks upstream, writes nothing. */
export const addReleaseWatch: AddCommand = (program, { terminal, report }) => {
  const command = program
    .command('release-watch')
    .description('Lists upstream versions newer than the newest snapshotted one (uses the network)');
  addRootOption(command)
    .option('--prereleases', 'list prereleases as well')
    .addOption(
      new Option('--format <format>', 'how the list is printed; github: lines for $GITHUB_OUTPUT')
        .choices(WATCH_FORMATS)
        .default('text'),
    )
    .option('--exit-code', 'end with 1 when there is a newer version, with 0 when there is none')
    .action(async ({ root, format, prereleases, exitCode }: ReleaseWatchOptions) => {
      const { verdict, watch } = await releaseWatch({ root, base: terminal.cwd, prereleases });
      if (watch === undefined) {
        report(printFailure(verdict, terminal));
        return;
      }
      terminal.stdout.write(renderReleaseWatch(watch, format));
      report(exitCode === true && watch.newest !== null ? EXIT_CODES.drift : EXIT_CODES.clean);
    });
};
