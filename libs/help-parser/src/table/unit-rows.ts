import type { HelpPage } from '../page';
import { type ArgSpec, readArgSpecs } from './arg-spec';
import { type CommandNames, readCommandNames } from './command-names';
import { type FlagGrammar, type FlagSpec, readFlagSpec } from './flag-spec';
import {
  argRecord,
  commandRecord,
  flagRecord,
  mergeRepeats,
  type ReadFacts,
  withoutRepeats,
} from './records';
import type { Row } from './rows';

/** What the left side of a row is. */
export type Unit =
  | { readonly kind: 'flag'; readonly spec: FlagSpec }
  | { readonly kind: 'args'; readonly args: readonly ArgSpec[] }
  | { readonly kind: 'command'; readonly names: CommandNames['names'] };

/** A left side with what stands behind it on its line. */
export interface ReadUnit {
  readonly unit: Unit;
  readonly rest: string;
}

/** Reads a row of a flag or argument table. */
export function readFlagOrArgs(text: string, grammar: FlagGrammar): ReadUnit | undefined {
  if (text.startsWith('-')) {
    const spec = readFlagSpec(text, grammar);
    return spec && { unit: { kind: 'flag', spec }, rest: spec.rest };
  }
  const args = /^[<[]/.test(text) ? readArgSpecs(text) : undefined;
  return args && { unit: { kind: 'args', args: args.args }, rest: args.rest };
}

/** Reads a row of a command table. */
export function readCommand(text: string): ReadUnit | undefined {
  const command = readCommandNames(text);
  return command && { unit: { kind: 'command', names: command.names }, rest: command.rest };
}

/** Sorts rows into the three lists of a page; a name that comes again is dropped, but for the new spellings of a flag. */
export function toRecords(
  rows: readonly Row<Unit>[],
  read?: ReadFacts,
): Pick<HelpPage, 'subcommands' | 'flags' | 'args'> {
  const flags = rows.flatMap((row) =>
    row.unit.kind === 'flag' ? [flagRecord(row.unit.spec, row.description, read)] : [],
  );
  const args = rows.flatMap(({ unit, description }) =>
    unit.kind === 'args' ? unit.args.map((arg) => argRecord(arg, description, read)) : [],
  );
  const commands = rows.flatMap((row) =>
    row.unit.kind === 'command' ? [commandRecord(row.unit.names, row.description, read)] : [],
  );
  return {
    subcommands: withoutRepeats(commands, (command) => command.name),
    flags: mergeRepeats(flags),
    args: withoutRepeats(args, (arg) => arg.name),
  };
}
