import { type SnapshotArg, type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import type { ListedCommand } from '../../page';
import { type FlagSpec, toFlag } from '../../table/flag-spec';
import { describeArg, describeFlag, readRemarks } from '../../table/remarks';
import type { ClickRow } from './click-row';
import { readChoices } from './click-usage';

type Row<K extends ClickRow['kind']> = Extract<ClickRow, { kind: K }>;

interface Value {
  readonly names: readonly string[];
  readonly choices: readonly string[] | undefined;
  readonly optional: boolean;
  readonly repeatable: boolean;
}

// typer puts the limits of a number behind its type.
const LIMITS = / ?\[[^[\]|]*[<>][^[\]|]*\]?$/;
const DOTS = /\.\.\.$/;
const OPTIONAL = /^\[([A-Z][A-Z0-9_ ]*)\]$/;

/** The record of an option. */
export function toClickFlag({ names, metavar, isMarked, description }: Row<'option'>): SnapshotFlag {
  const value = readValue(metavar);
  const spec: FlagSpec = { names, values: value.names, ...marks(value), attached: false, rest: '' };
  const flag = withoutAbsent({
    ...toFlag(spec),
    takes_value: metavar !== '',
    choices: value.choices,
    required: isMarked || undefined,
  });
  return describeFlag(flag, description);
}

/** Whether a row says that its argument must be given. */
export function isRequired({ isMarked, description }: Row<'argument'>): boolean {
  return isMarked || readRemarks(description).required === true;
}

/**
 * The record of an argument that has a row.
 *
 * @param use what the usage line says of it
 * @param marked whether the rows of the page tell what is required; otherwise the usage line does
 */
export function toClickArg(row: Row<'argument'>, use: SnapshotArg | undefined, marked: boolean): SnapshotArg {
  const { choices = use?.choices, repeatable } = readValue(row.metavar);
  const arg = withoutAbsent({
    name: use?.name ?? row.name,
    required: (marked ? isRequired(row) : true) && use?.required !== false,
    variadic: use?.variadic ?? repeatable,
    choices,
  });
  return describeArg(arg, row.description);
}

/** The record of a command. */
export function toClickCommand({ names, description }: Row<'command'>): ListedCommand {
  const [name = '', ...aliases] = names;
  return { name, aliases, ...(description !== '' && { about: description }) };
}

function readValue(metavar: string): Value {
  const whole = metavar.replace(LIMITS, '');
  const bare = whole.replace(DOTS, '').trim();
  const optional = OPTIONAL.exec(bare)?.[1];
  const choices = readChoices(bare);
  const tuple = /^<([^<>]*)>$/.exec(bare)?.[1];
  const names = choices !== undefined || bare === '' ? [] : (tuple?.split(' ') ?? [optional ?? bare]);
  return { names, choices, optional: optional !== undefined, repeatable: whole !== bare };
}

function marks({ optional, repeatable }: Value): { optional: boolean; repeatable: boolean } {
  return { optional, repeatable };
}
