import type { CorpusTool, TrueCommand } from './corpus';

/** What the truth of a tool can say of the units that were read. */
export interface TruthView {
  flagsOf(command: TrueCommand): ReadonlySet<string>;
  commandsOf(command: TrueCommand): ReadonlySet<string>;
  /** Whether the truth knows every flag of this spelling that the tool has, so that an unknown one is wrong. */
  judgesFlag(flag: string): boolean;
}

/**
 * The truth of a tool, with its limits. A source that names no short flag at all knows the long ones only; one whose
 * reliability is low for flags, or that speaks of a part, refutes none; yargs' completions write one-letter aliases with two dashes.
 */
export function viewTruth({ truth }: CorpusTool): TruthView {
  const commands = truth?.commands ?? [];
  const knowsShort = commands.some((command) => command.flags.some((flag) => isShort(normalize(flag))));
  const knowsFlags = !/low for flags|flags incomplete/i.test(truth?.reliability ?? '');
  return {
    flagsOf: (command) => new Set(command.flags.map(normalize)),
    commandsOf: (command) =>
      new Set([...(command.subcommands ?? []), ...Object.values(command.subcommand_aliases ?? {}).flat()]),
    judgesFlag: (flag) => knowsFlags && (knowsShort || !isShort(flag)),
  };
}

function isShort(flag: string): boolean {
  return /^-[^-]$/u.test(flag);
}

function normalize(flag: string): string {
  return flag.replace(/^--(.)$/u, '-$1');
}
