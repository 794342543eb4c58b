import type { SnapshotArg, SnapshotFlag } from '@fixpoint/surface-formats';
import type { HelpPage, ListedCommand } from './page';

/**
 * A page as it is printed for people and other programs: every record has every key. A fact that the page does not give is
 * null, a list without members is empty.
 */
export interface PageRecord {
  readonly path: readonly string[];
  readonly dialect: string;
  readonly about: string | null;
  readonly usage: string | null;
  readonly flags: readonly FlagRecord[];
  readonly args: readonly ArgRecord[];
  readonly subcommands: readonly CommandRecord[];
}

/** A flag; `long` and `short` carry their dashes, `aliases` are all further spellings. */
export interface FlagRecord {
  readonly long: string | null;
  readonly short: string | null;
  readonly aliases: readonly string[];
  readonly takes_value: boolean;
  readonly value_name: string | null;
  readonly repeatable: boolean;
  readonly default: string | null;
  readonly choices: readonly string[];
  readonly env: string | null;
  /** Always false for what a help page lists; sources beside help set it. */
  readonly hidden: boolean;
}

/** A positional argument. */
export interface ArgRecord {
  readonly name: string;
  readonly required: boolean;
  readonly variadic: boolean;
  readonly default: string | null;
  readonly choices: readonly string[];
  readonly env: string | null;
}

/** A subcommand as its parent's page lists it. */
export interface CommandRecord {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly about: string | null;
}

/** The record of a page that was asked for by a path. */
export function toPageRecord(page: HelpPage, path: readonly string[]): PageRecord {
  return {
    path,
    dialect: page.dialect,
    about: page.about ?? null,
    usage: page.usage ?? null,
    flags: page.flags.map(toFlagRecord),
    args: page.args.map(toArgRecord),
    subcommands: page.subcommands.map(toCommandRecord),
  };
}

function toFlagRecord(flag: SnapshotFlag): FlagRecord {
  return {
    long: flag.long ?? null,
    short: flag.short ?? null,
    aliases: flag.aliases ?? [],
    takes_value: flag.takes_value,
    value_name: flag.value_name ?? null,
    repeatable: flag.repeatable ?? false,
    default: flag.default ?? null,
    choices: flag.choices ?? [],
    env: flag.env ?? null,
    hidden: flag.hidden ?? false,
  };
}

function toArgRecord(arg: SnapshotArg): ArgRecord {
  return {
    name: arg.name,
    required: arg.required,
    variadic: arg.variadic,
    default: arg.default ?? null,
    choices: arg.choices ?? [],
    env: arg.env ?? null,
  };
}

function toCommandRecord({ name, aliases, about }: ListedCommand): CommandRecord {
  return { name, aliases, about: about ?? null };
}
