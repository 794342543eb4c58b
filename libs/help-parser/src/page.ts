import type { SnapshotArg, SnapshotFlag } from '@fixpoint/surface-formats';

/** A subcommand as a page lists it. */
export interface ListedCommand {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly about?: string;
}

/** What one help page gives. Lists are in page order; an absent fact is an absent key. */
export interface HelpPage {
  /** The dialect that read the page (`clap`, …, `generic`). */
  readonly dialect: string;
  readonly about?: string;
  /** The usage block without its `Usage:` label, lines joined by LF. */
  readonly usage?: string;
  /** The command path that the usage line names, program name removed; absent when the page has no usage line. */
  readonly usagePath?: readonly string[];
  readonly subcommands: readonly ListedCommand[];
  readonly flags: readonly SnapshotFlag[];
  readonly args: readonly SnapshotArg[];
}

/** What the caller knows of a page. */
export interface PageContext {
  /** The path that was asked for; the root is empty. */
  readonly path: readonly string[];
  /** The program's own name, when known; otherwise the first word of the usage line is taken for it. */
  readonly program?: string;
  /** A dialect id, or `auto`. */
  readonly dialect?: string;
}

/** A surface read from a completion script: every command with the flags and subcommands it accepts, hidden ones included. */
export interface CompletionSurface {
  readonly commands: readonly CompletionCommand[];
}

/** One command of a completion script. */
export interface CompletionCommand {
  readonly path: readonly string[];
  /** Long and short flags, with their dashes. */
  readonly flags: readonly string[];
  /** Those of the flags that take a value, where the script tells. */
  readonly valueFlags?: readonly string[];
  readonly subcommands: readonly string[];
}
