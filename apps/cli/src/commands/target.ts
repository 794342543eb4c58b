import {
  CONTRACT_TARGETS,
  FORMATS,
  SPEC_TARGETS,
  runTarget,
  TARGETS,
  terminalProgress,
  type Format,
  type TargetName,
} from '@fixpoint/runner';
import { Option, type Command } from 'commander';
import { addClaimOptions, claimOf, type ClaimOptions } from './claim-options';
import { addRootOption, printVerdict, type AddCommand, type CommandContext } from './command';
import { addComparison } from './surface-diff';
import { addValidate } from './validate';

interface TargetOptions extends ClaimOptions {
  readonly root: string;
  readonly format: Format;
  readonly version?: string;
  readonly target?: string;
  readonly binary?: string;
  readonly document?: readonly string[];
  readonly confirm?: readonly string[];
  readonly fix?: boolean;
}

/** `fixpoint <target>`: runs one target over one root and prints its report. */
export const addTargets: AddCommand = (program, context) => {
  for (const [target, description] of Object.entries(TARGETS) as [TargetName, string][]) {
    if (target === 'validate') addValidate(program, context);
    else addTarget(program.command(target).description(description), target, context);
  }
};

/** What these write is one document over all versions, or knows no versions at all. */
const OVER_ALL_VERSIONS: ReadonlySet<string> = new Set<string>([
  'support-matrix',
  ...CONTRACT_TARGETS,
  ...SPEC_TARGETS,
]);

/** Targets that also do something of their own, by options of their own. */
const OWN_FORMS: Partial<Record<TargetName, (command: Command, context: CommandContext) => void>> = {
  'surface-diff': addComparison,
};

function addTarget(command: Command, target: TargetName, { terminal, report }: CommandContext): void {
  addRootOption(command).addOption(
    new Option('--format <format>', 'how the result is printed').choices(FORMATS).default('text'),
  );
  if (!OVER_ALL_VERSIONS.has(target)) {
    command.option('--version <version>', 'one upstream version only (default: all committed versions)');
  }
  if (CONTRACT_TARGETS.has(target)) {
    command.option(
      '--document <file...>',
      'OpenAPI documents of a directory without a marker, relative to it',
    );
  }
  const addForm = OWN_FORMS[target];
  if (addForm !== undefined) return addForm(command, { terminal, report });
  if (target.startsWith('snapshot')) {
    command
      .option('--target <triple>', 'one target triple only')
      .option('--binary <file>', 'an executable to measure instead of the configured one');
  }
  if (target === 'wrapper-validate') {
    command
      .option('--target <triple>', 'one target triple only')
      .option('--binary <file>', 'an executable to run instead of the configured one');
  }
  if (target === 'version-metadata') addClaimOptions(command);
  if (target === 'trace') {
    command.option(
      '--confirm <id...>',
      'requirements whose links somebody has looked at since their text changed, by blanks or commas; * for all',
    );
  }
  if (target === 'link-check') {
    command.option(
      '--fix',
      'mend the links that can lead to one place only, and check the rest; writes files',
    );
  }
  command.action(async (options: TargetOptions) => {
    const verdict = await runTarget({
      target,
      root: options.root,
      documents: options.document,
      base: terminal.cwd,
      version: options.version,
      triple: options.target,
      binary: options.binary,
      claim: claimOf(options),
      confirm: options.confirm?.flatMap((ids) => ids.split(',')),
      fix: options.fix,
      progress: terminalProgress(terminal.stderr),
    });
    report(printVerdict(verdict, terminal, options.format));
  });
}
