import type { SnapshotArg } from '@fixpoint/surface-formats';
import type { Row } from './row';

/** Reads a line of a command list: the token to follow, or undefined when the line lists no command. */
export type ListedCommandReader = (row: Row) => string | undefined;

/** What usage inference works on. */
export interface UsageWords {
  /** The words of every usage line that names the page's command, program name and path removed. */
  readonly lines: readonly (readonly string[])[];
  readonly hasSubcommands: boolean;
}

/** Infers positional arguments from usage lines. */
export type UsageArgsReader = (usage: UsageWords) => readonly SnapshotArg[];

/**
 * One of the two page grammars of rules version 1: what differs between them, as data and strategies.
 *
 * Source: parity contract §2.4–§2.6 (`subcommand`) and §3 (`flag`).
 */
export interface ReferenceForm {
  /** How such a tool is asked for a page: `help <path>`, or `<path> --help`. */
  readonly helpForm: 'subcommand' | 'flag';
  /** The program's own name, which may stand before the path in a usage line. */
  readonly program: string;
  readonly listedCommand: ListedCommandReader;
  readonly usageArgs: UsageArgsReader;
}
