import {
  comparePaths,
  pathKey,
  type Conflict,
  type Union,
  type UnionCommand,
  type UnionFlag,
} from '@fixpoint/surface-formats';
import type { Surface, SurfaceCommand, SurfaceFlag } from './surface';

/** How a union is read. */
export interface SurfaceReading {
  /** The targets to look at, some of the union's inputs. */
  readonly targets: readonly string[];
  /** Whether the union names the flags that it folded into the root, or leaves them out in silence. */
  readonly foldedFlags: 'named' | 'unnamed';
}

/**
 * The surface that a union says some targets have. Where targets disagree on a field, the first of them that has the unit is
 * believed, which for a single target gives exactly what was measured there.
 */
export function toSurface(union: Union, reading: SurfaceReading): Surface {
  const known = surfaces.get(union);
  const key = JSON.stringify(reading);
  if (known?.key === key) return known.surface;
  const surface = readSurface(union, reading);
  surfaces.set(union, { key, surface });
  return surface;
}

// Each version is the newer side, then a row of the history, then the older side, mostly on the same targets.
const surfaces = new WeakMap<Union, { readonly key: string; readonly surface: Surface }>();

function readSurface(union: Union, reading: SurfaceReading): Surface {
  const { targets } = reading;
  const records = union.commands
    .filter(({ available_on }) => isOn(available_on, targets))
    .sort((a, b) => comparePaths(a.path, b.path));
  const root = records.find(({ path }) => path.length === 0);
  const rootFlags = new Map(root === undefined ? [] : ownFlags(root, targets));
  const commands = new Map<string, SurfaceCommand>();
  for (const record of records) {
    const key = pathKey(record.path);
    const parent = commands.get(pathKey(record.path.slice(0, -1)));
    commands.set(key, toCommand(record, { rootFlags, reading, isBelowHidden: parent?.hidden === true }));
  }
  return { tool: union.tool, targets, commands };
}

interface CommandContext {
  readonly rootFlags: ReadonlyMap<string, UnionFlag>;
  readonly reading: SurfaceReading;
  readonly isBelowHidden: boolean;
}

function toCommand(
  record: UnionCommand,
  { rootFlags, reading, isBelowHidden }: CommandContext,
): SurfaceCommand {
  const { targets, foldedFlags } = reading;
  const seen = asSeen(record, record.available_on, reading, conflictsOf(record, 'command'));
  const own = ownFlags(record, targets).map(([key, flag]): [string, SurfaceFlag] => [
    key,
    { record: flag, folded: false },
  ]);
  return {
    record: { ...seen, available_on: restrict(record.available_on, targets) },
    hidden: seen.hidden === true || isBelowHidden,
    flags: new Map([...foldedFlagsOf(record, rootFlags), ...own]),
    args: (record.args ?? [])
      .filter(({ available_on }) => isOn(available_on, targets))
      .map((arg) => ({
        ...asSeen(arg, arg.available_on, reading, conflictsOf(record, 'arg', arg.name)),
        available_on: restrict(arg.available_on, targets),
      })),
    mayRepeat: new Set(foldedFlags === 'unnamed' && record.path.length > 0 ? rootFlags.keys() : []),
  };
}

function ownFlags(record: UnionCommand, targets: readonly string[]): [string, UnionFlag][] {
  return (record.flags ?? [])
    .filter(({ available_on }) => isOn(available_on, targets))
    .map((flag) => {
      const seen = asSeen(flag, flag.available_on, { targets }, conflictsOf(record, 'flag', flag.key));
      return [flag.key, { ...seen, available_on: restrict(flag.available_on, targets) }];
    });
}

// A folded flag is there where both the command and the root flag are.
function foldedFlagsOf(
  { folded_flags: folded = [], available_on }: UnionCommand,
  rootFlags: ReadonlyMap<string, UnionFlag>,
): [string, SurfaceFlag][] {
  return folded.flatMap((key): [string, SurfaceFlag][] => {
    const flag = rootFlags.get(key);
    const common = flag === undefined ? [] : restrict(flag.available_on, available_on);
    return flag === undefined || common.length === 0
      ? []
      : [[key, { record: { ...flag, available_on: common }, folded: true }]];
  });
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isSwitch = (value: unknown): boolean => typeof value === 'boolean';
const isList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** The fields that targets may disagree on, and what a value of each is; others play no part in a comparison. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  ...Object.fromEntries(
    [
      'about',
      'usage',
      'stability',
      'long',
      'short',
      'value_name',
      'default',
      'env',
      'description',
      'note',
    ].map((field) => [field, isText]),
  ),
  ...Object.fromEntries(
    ['hidden', 'takes_value', 'repeatable', 'value_optional', 'value_attached', 'required', 'variadic'].map(
      (field) => [field, isSwitch],
    ),
  ),
  ...Object.fromEntries(['aliases', 'choices', 'value_names'].map((field) => [field, isList])),
};

function conflictsOf(record: UnionCommand, unit: Conflict['unit'], name?: string): readonly Conflict[] {
  return (record.conflicts ?? []).filter(
    (conflict) => conflict.unit === unit && (conflict.key ?? conflict.name) === name,
  );
}

function asSeen<T extends object>(
  record: T,
  availableOn: readonly string[],
  { targets }: Pick<SurfaceReading, 'targets'>,
  conflicts: readonly Conflict[],
): T {
  const target = targets.find((each) => availableOn.includes(each));
  if (conflicts.length === 0 || target === undefined) return record;
  const seen = { ...record } as Record<string, unknown>;
  for (const { field, values_by_target: values } of conflicts) {
    const value = Object.hasOwn(values, target) ? values[target] : null;
    if (value === null) delete seen[field];
    else if (FIELDS[field]?.(value) === true) seen[field] = value;
  }
  return seen as T;
}

function isOn(availableOn: readonly string[], targets: readonly string[]): boolean {
  return availableOn.some((target) => targets.includes(target));
}

function restrict(availableOn: readonly string[], targets: readonly string[]): string[] {
  return availableOn.filter((target) => targets.includes(target));
}
