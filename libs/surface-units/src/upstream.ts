import {
  comparePaths,
  pathKey,
  type Union,
  type UnionArg,
  type UnionCommand,
  type UnionFlag,
} from '@fixpoint/surface-formats';
import { commandRef, unitId, unitIdAt, type IdentifiedUnit, type UnitRef } from './units';

/** A unit of the upstream surface. */
export interface UpstreamUnit extends IdentifiedUnit {
  readonly availableOn: readonly string[];
  /** Accepted, but not shown by help; also everything below a hidden command. */
  readonly hidden: boolean;
  readonly record: UnionCommand | UnionFlag | UnionArg;
}

/** A command with its flags and arguments, in union order. */
export interface UpstreamCommand {
  readonly unit: UpstreamUnit;
  readonly record: UnionCommand;
  readonly flags: readonly UpstreamUnit[];
  readonly args: readonly UpstreamUnit[];
}

/** How a union is read. */
export interface UpstreamReading {
  /** Hidden units are told apart from those that help shows. */
  readonly hidden: boolean;
  /** Other spellings of a command or flag mean the same unit. */
  readonly aliases: boolean;
  /** A flag that a command shares with the root is found at the root. */
  readonly foldedFlags: boolean;
}

/** The surface of one version, ready to be asked for units. */
export class Upstream {
  /** In path order. */
  readonly commands: readonly UpstreamCommand[];
  private readonly units = new Map<string, UpstreamUnit>();
  private readonly byPath = new Map<string, UpstreamCommand>();
  private readonly commandAliases = new Map<string, readonly string[]>();
  private readonly flagAliases = new Map<string, UnitRef>();
  private readonly folded = new Set<string>();

  constructor(
    readonly union: Union,
    private readonly reading: UpstreamReading,
  ) {
    this.commands = [...union.commands]
      .sort((a, b) => comparePaths(a.path, b.path))
      .map((command) => toCommand(command, reading));
    for (const command of this.commands) this.register(command);
  }

  /** The unit itself, if upstream has it. */
  find(ref: UnitRef): UpstreamUnit | undefined {
    return this.units.get(unitId(ref));
  }

  /** The unit's own name for something that may be written with an alias; unknown units are returned as they are. */
  canonical(ref: UnitRef): UnitRef {
    const path = this.canonicalPath(ref.path);
    const named = { ...ref, path };
    return ref.kind === 'flag' ? (this.flagAliases.get(unitId(named)) ?? named) : named;
  }

  /**
   * The unit that a wrapper's entry is about: the unit itself, or the root flag into which the union folded it. A folded flag
   * is available where both the command and the root flag are.
   */
  counterpart(ref: UnitRef): UpstreamUnit | undefined {
    return this.find(ref) ?? this.foldedFlag(ref);
  }

  /** The root flag that stands for a flag which the union left out of a command. */
  foldedFlag(ref: UnitRef): UpstreamUnit | undefined {
    if (ref.kind !== 'flag' || !this.folded.has(unitId(ref))) return undefined;
    const command = this.find(commandRef(ref.path));
    const rootFlag = this.find({ ...ref, path: [] });
    return (
      command &&
      rootFlag && {
        ...rootFlag,
        hidden: rootFlag.hidden || command.hidden,
        availableOn: rootFlag.availableOn.filter((target) => command.availableOn.includes(target)),
      }
    );
  }

  /** The command with a path. */
  commandAt(path: readonly string[]): UpstreamCommand | undefined {
    return this.byPath.get(pathKey(path));
  }

  /** The word one types to start the program: the first of the root's usage line, which need not be its recorded name. */
  programName(): string | undefined {
    const word = this.commandAt([])?.record.usage?.trim().split(/\s+/)[0] ?? '';
    return /^[\w.-]+$/.test(word) ? word : undefined;
  }

  private canonicalPath(path: readonly string[]): readonly string[] {
    return path.reduce<readonly string[]>((parent, token) => {
      const next = [...parent, token];
      return this.commandAliases.get(pathKey(next)) ?? next;
    }, []);
  }

  private register(command: UpstreamCommand): void {
    const { unit, record } = command;
    this.byPath.set(pathKey(unit.path), command);
    this.units.set(unit.id, unit);
    for (const flag of command.flags) this.units.set(flag.id, flag);
    for (const arg of command.args) this.units.set(arg.id, arg);
    if (this.reading.foldedFlags) {
      const key = pathKey(unit.path);
      for (const name of record.folded_flags ?? []) this.folded.add(unitIdAt(key, 'flag', name));
    }
    if (this.reading.aliases) this.registerAliases(command);
  }

  private registerAliases({ unit, record, flags }: UpstreamCommand): void {
    for (const alias of record.aliases ?? []) {
      this.commandAliases.set(pathKey([...unit.path.slice(0, -1), alias]), unit.path);
    }
    const folded = (record.folded_flags ?? []).flatMap(
      (name) => this.find({ kind: 'flag', path: [], name }) ?? [],
    );
    for (const flag of [...flags, ...folded]) this.registerSpellings(unit.path, flag);
  }

  private registerSpellings(path: readonly string[], flag: UpstreamUnit): void {
    const key = pathKey(path);
    for (const name of spellingsOf(flag)) {
      if (name === flag.name) continue;
      const spelled = unitIdAt(key, 'flag', name);
      if (!this.units.has(spelled)) this.flagAliases.set(spelled, { kind: 'flag', path, name: flag.name });
    }
  }
}

/** Every way to write a flag: its key, its short form, its aliases. */
export function spellingsOf({ name, record }: UpstreamUnit): readonly string[] {
  const { long, short, aliases = [] } = record as UnionFlag;
  return [name, long, short, ...aliases].filter((spelling) => spelling !== undefined);
}

function toCommand(record: UnionCommand, { hidden }: UpstreamReading): UpstreamCommand {
  const { path } = record;
  const key = pathKey(path);
  const isHidden = hidden && record.hidden === true;
  return {
    unit: {
      ...commandRef(path),
      id: unitIdAt(key, 'command', ''),
      availableOn: record.available_on,
      hidden: isHidden,
      record,
    },
    record,
    flags: (record.flags ?? []).map((flag) => ({
      kind: 'flag',
      path,
      name: flag.key,
      id: unitIdAt(key, 'flag', flag.key),
      availableOn: flag.available_on,
      hidden: isHidden || (hidden && flag.hidden === true),
      record: flag,
    })),
    args: (record.args ?? []).map((arg) => ({
      kind: 'arg',
      path,
      name: arg.name,
      id: unitIdAt(key, 'arg', arg.name),
      availableOn: arg.available_on,
      hidden: isHidden,
      record: arg,
    })),
  };
}
