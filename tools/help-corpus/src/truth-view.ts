import type { CorpusTool, TrueCommand } from './corpus';

/** What the truth of a tool can say of the units that were read. */
export interface TruthView {
  flagsOf(command: TrueCommand): ReadonlySet<string>;
  commandsOf(command: TrueCommand): ReadonlySet<string>;
  /** Whether the truth would know a flag of this spelling if the command had it, so that an unknown one is wrong. */
  judgesFlag(command: TrueCommand, flag: string): boolean;
  /** Whether the truth knows the subcommands of a command. */
  judgesCommands(command: TrueCommand): boolean;
}

/**
 * The truth of a tool, with its limits. A source that names no short flag, or none below the root, knows the long ones only; one whose
 * reliability is low for flags, or that could not ask a command, refutes none; `--no-x` may be known as `--x`; yargs' completions write one-letter
 * aliases with two dashes. Subcommands that hold the end of a sentence are a message that the command printed in place of an answer.
 */
export function viewTruth({ truth }: CorpusTool): TruthView {
  const commands = truth?.commands ?? [];
  const below = commands.length > 1 ? commands.filter(({ path }) => path.length > 0) : commands;
  const knowsShort = below.some(({ flags }) => flags.some((flag) => isShort(normalize(flag))));
  const knowsFlags = !/low for flags|flags incomplete/i.test(truth?.reliability ?? '');
  return {
    flagsOf: (command) => new Set(command.flags.map(normalize)),
    commandsOf: (command) =>
      new Set(
        isMessage(command)
          ? []
          : [...(command.subcommands ?? []), ...Object.values(command.subcommand_aliases ?? {}).flat()],
      ),
    judgesFlag: (command, flag) =>
      knowsFlags &&
      command.unsupported !== true &&
      (knowsShort || !isShort(flag)) &&
      !command.flags.includes(flag.replace(/^--no-/, '--')),
    judgesCommands: (command) => command.unsupported !== true && !isMessage(command),
  };
}

function isMessage({ subcommands = [] }: TrueCommand): boolean {
  return subcommands.some((name) => /[.,;:!?]$/.test(name));
}

function isShort(flag: string): boolean {
  return /^-[^-]$/u.test(flag);
}

function normalize(flag: string): string {
  return flag.replace(/^--(.)$/u, '-$1');
}
