import {
  compareBytes,
  comparePaths,
  pathKey,
  withoutAbsent,
  type UnitLife,
  type UnitState,
} from '@fixpoint/surface-formats';
import { spellingsOf } from '../surface/spellings';
import type { Surface, SurfaceCommand } from '../surface/surface';

/** The state of a unit in one version; undefined where it was not there yet, or where nothing is known. */
type SeenState = UnitState | undefined;

interface TrackedUnit {
  readonly unit: UnitLife['unit'];
  readonly path: readonly string[];
  readonly name: string;
  readonly states: SeenState[];
  /** Targets of the version that had it last. */
  targets: readonly string[];
  isFolded: boolean;
}

const KINDS: readonly UnitLife['unit'][] = ['command', 'flag', 'arg'];

/**
 * Follows every unit from version to version.
 *
 * @req FP-DIFF-005
 */
export class UnitLives {
  private readonly units = new Map<string, TrackedUnit>();
  private readonly versions: string[] = [];
  /** Spellings that a page once showed beside the main one, by command. */
  private readonly spellings = new Set<string>();

  /** Adds the next version, with its surface over all targets it was measured on. */
  add(version: string, surface: Surface): void {
    const index = this.versions.push(version) - 1;
    for (const command of surface.commands.values()) this.addCommand(command, index);
    for (const unit of this.units.values()) {
      if (unit.states.length > index) continue;
      const last = unit.states[index - 1];
      const isKnown = unit.targets.some((target) => surface.targets.includes(target));
      unit.states[index] = last === undefined || !isKnown ? last : 'removed';
    }
  }

  /** The lives of all units, by kind, path and name. */
  list(): UnitLife[] {
    return [...this.units.values()]
      .filter((unit) => !this.followsFromOthers(unit))
      .sort(
        (a, b) =>
          KINDS.indexOf(a.unit) - KINDS.indexOf(b.unit) ||
          comparePaths(a.path, b.path) ||
          compareBytes(a.name, b.name),
      )
      .map((unit) => toLife(unit, this.versions));
  }

  private addCommand({ record, hidden, flags, args }: SurfaceCommand, index: number): void {
    const { path } = record;
    const see = (unit: TrackedUnit['unit'], name: string, seen: Seen): void =>
      this.see({ unit, path, name }, index, seen);
    see('command', '', { isHidden: hidden, targets: record.available_on, isFolded: false });
    const place = pathKey(path);
    for (const [key, flag] of flags) {
      for (const spelling of spellingsOf(flag.record).slice(1)) this.spellings.add(`${place} ${spelling}`);
      // A second source lists every spelling of a hidden flag as a flag of its own.
      if (flag.record.hidden === true && this.spellings.has(`${place} ${key}`)) continue;
      const isHidden = hidden || flag.record.hidden === true;
      see('flag', key, { isHidden, targets: flag.record.available_on, isFolded: flag.folded });
    }
    for (const { name, available_on: targets } of args)
      see('arg', name, { isHidden: hidden, targets, isFolded: false });
  }

  private see(unit: Pick<TrackedUnit, 'unit' | 'path' | 'name'>, index: number, seen: Seen): void {
    const id = idOf(unit);
    const known = this.units.get(id) ?? {
      ...unit,
      states: new Array<SeenState>(index).fill(undefined),
      targets: seen.targets,
      isFolded: true,
    };
    known.states[index] = seen.isHidden ? 'hidden' : 'visible';
    known.targets = seen.targets;
    known.isFolded &&= seen.isFolded;
    this.units.set(id, known);
  }

  // What a command repeats from the root comes and goes with the two.
  private followsFromOthers({ unit, path, name, isFolded, states }: TrackedUnit): boolean {
    if (unit !== 'flag' || !isFolded) return false;
    const command = this.units.get(idOf({ unit: 'command', path, name: '' }));
    const rootFlag = this.units.get(idOf({ unit, path: [], name }));
    return states.every((state, index) => {
      const expected = [command?.states[index], rootFlag?.states[index]];
      return isThere(state) === expected.every(isThere);
    });
  }
}

interface Seen {
  readonly isHidden: boolean;
  readonly targets: readonly string[];
  readonly isFolded: boolean;
}

function idOf({ unit, path, name }: Pick<TrackedUnit, 'unit' | 'path' | 'name'>): string {
  return `${unit}\u001e${pathKey(path)}\u001e${name}`;
}

function isThere(state: SeenState): boolean {
  return state === 'visible' || state === 'hidden';
}

function toLife({ unit, path, name, states }: TrackedUnit, versions: readonly string[]): UnitLife {
  const turns = states.flatMap((state, index) =>
    state === undefined || state === states[index - 1] ? [] : [{ version: versions[index] as string, state }],
  );
  const last = turns.at(-1);
  const isGone = last?.state === 'removed';
  const lastSeen = isGone ? turns.at(-2) : last;
  const hiddenSince = lastSeen?.state === 'hidden' ? lastSeen.version : undefined;
  return withoutAbsent<UnitLife>({
    unit,
    path,
    key: unit === 'flag' ? name : undefined,
    name: unit === 'arg' ? name : undefined,
    first_seen: turns[0]?.version ?? '',
    hidden_since: hiddenSince,
    removed_in: isGone ? last.version : undefined,
    life: isPlain(turns.map(({ state }) => state)) ? undefined : turns,
  });
}

// Come, perhaps hide, perhaps go: what the three dates tell already.
function isPlain(states: readonly UnitState[]): boolean {
  return /^(?:visible)?(?:hidden)?(?:removed)?$/.test(states.join(''));
}
