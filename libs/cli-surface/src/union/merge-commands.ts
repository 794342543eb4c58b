import { flagKey } from '@fixpoint/artifact-schemas';
import {
  comparePaths,
  pathKey,
  type Conflict,
  type SnapshotArg,
  type SnapshotCommand,
  type SnapshotFlag,
  type UnionArg,
  type UnionCommand,
  type UnionFlag,
} from '@fixpoint/surface-formats';
import { conflictsOf, type UnitSeen } from './conflicts';
import { availability, canonicalUnit, helpPages, type MergeContext } from './context';
import { copyFields, gather, inByteOrder, type Fields, type Seen } from './unit';

const INFERRED = 'inferred from usage';

/** The commands of all inputs in path order, each with the targets that have it. */
export function mergeCommands(context: MergeContext): UnionCommand[] {
  const units = gather(
    context.sources.map(({ snapshot }) => snapshot.commands),
    (command) => pathKey(command.path),
  );
  const root = units.get(pathKey([]));
  const rootFlags = root === undefined ? new Map<string, Seen<SnapshotFlag>>() : gatherFlags(root);
  return [...units.values()]
    .map((seen) => mergeCommand(seen, rootFlags, context))
    .sort((a, b) => comparePaths(a.path, b.path));
}

type FlagsByKey = ReadonlyMap<string, Seen<SnapshotFlag>>;

function gatherFlags(seen: Seen<SnapshotCommand>): FlagsByKey {
  return gather(
    seen.map((command) => command?.flags),
    flagKey,
  );
}

function mergeCommand(
  seen: Seen<SnapshotCommand>,
  rootFlags: FlagsByKey,
  context: MergeContext,
): UnionCommand {
  const command = canonicalUnit(seen, context);
  const { path } = command;
  const rules = context.rules.command;
  const { kept, folded } = fold({ seen, rootFlags }, context);
  const args = inByteOrder(
    gather(
      seen.map((one) => one?.args),
      (arg) => arg.name,
    ),
  );
  const conflicts = commandConflicts({ seen, flags: kept, args }, context);

  const record: Record<string, unknown> = { path, available_on: availability(seen, context) };
  copyFields(command as unknown as Fields, rules.carried, record);
  if (args.length > 0) record['args'] = args.map(([, one]) => mergeArg(one, context));
  if (kept.length > 0) record['flags'] = kept.map(([key, one]) => mergeFlag(key, one, context));
  if (conflicts.length > 0) record['conflicts'] = conflicts;
  copyFields(command as unknown as Fields, rules.added, record);
  if (folded.length > 0 && context.rules.namesFoldedFlags) record['folded_flags'] = folded;
  return record as unknown as UnionCommand;
}

interface Folded {
  readonly kept: readonly [string, Seen<SnapshotFlag>][];
  readonly folded: readonly string[];
}

function fold(
  { seen, rootFlags }: { seen: Seen<SnapshotCommand>; rootFlags: FlagsByKey },
  context: MergeContext,
): Folded {
  const flags = inByteOrder(gatherFlags(seen));
  if (!context.foldRootFlags || canonicalUnit(seen, context).path.length === 0)
    return { kept: flags, folded: [] };
  const kept: [string, Seen<SnapshotFlag>][] = [];
  const folded: string[] = [];
  for (const [key, own] of flags) {
    const root = rootFlags.get(key);
    if (root !== undefined && context.rules.repeatsRootFlag({ own, root, command: seen })) folded.push(key);
    else kept.push([key, own]);
  }
  return { kept, folded };
}

function mergeFlag(key: string, seen: Seen<SnapshotFlag>, context: MergeContext): UnionFlag {
  const flag = canonicalUnit(seen, context) as unknown as Fields;
  const record: Record<string, unknown> = { key };
  copyFields(flag, context.rules.flag.carried, record);
  record['available_on'] = availability(seen, context);
  copyFields(flag, context.rules.flag.added, record);
  return record as unknown as UnionFlag;
}

function mergeArg(seen: Seen<SnapshotArg>, context: MergeContext): UnionArg {
  const arg = canonicalUnit(seen, context);
  const { name, required, variadic } = arg;
  const record: Record<string, unknown> = { name, required, variadic };
  if (arg.note?.trim() === INFERRED) record['inferred_from_usage'] = true;
  copyFields(arg as unknown as Fields, context.rules.arg.carried, record);
  record['available_on'] = availability(seen, context);
  copyFields(arg as unknown as Fields, context.rules.arg.added, record);
  return record as unknown as UnionArg;
}

interface CommandUnits {
  readonly seen: Seen<SnapshotCommand>;
  readonly flags: readonly [string, Seen<SnapshotFlag>][];
  readonly args: readonly [string, Seen<SnapshotArg>][];
}

// Command first, then flags by key, then arguments by name: the order of conflicts in the format.
function commandConflicts({ seen, flags, args }: CommandUnits, context: MergeContext): Conflict[] {
  const { path } = canonicalUnit(seen, context);
  const { rules } = context;
  const pages = (): ReturnType<typeof helpPages> => helpPages(seen, context);
  const conflicts = (unit: Omit<UnitSeen, 'pages' | 'seen'>, units: Seen<object>): Conflict[] =>
    conflictsOf({ ...unit, pages, seen: units as Seen<Fields> }, context);
  return [
    ...conflicts(
      { about: { unit: 'command', path, help_context: 'Usage' }, compared: rules.command.compared },
      seen,
    ),
    ...flags.flatMap(([key, own]) =>
      conflicts(
        { about: { unit: 'flag', path, key, help_context: 'Options' }, compared: rules.flag.compared },
        own,
      ),
    ),
    ...args.flatMap(([name, own]) =>
      conflicts(
        { about: { unit: 'arg', path, name, help_context: 'Arguments' }, compared: rules.arg.compared },
        own,
      ),
    ),
  ];
}
