/** `diffs/<version>.json`: what changed in the surface of a tool from one version (or target) to another. */
export interface SurfaceDiff {
  readonly schema_version: 1;
  readonly tool: string;
  readonly from: SurfaceSide;
  readonly to: SurfaceSide;
  readonly summary: Readonly<Record<DiffClass, number>>;
  readonly bump: BumpRecord;
  /** By path, kind of unit, name, then in the order of the rules. */
  readonly changes: readonly SurfaceChange[];
}

/** One side of a comparison. */
export interface SurfaceSide {
  readonly version: string;
  /** The targets that were looked at. */
  readonly targets: readonly string[];
  /** Targets measured on this side alone; nothing is said about them. */
  readonly ignored_targets?: readonly string[];
}

/** What a change means for those who use the unit. */
export type DiffClass = 'breaking' | 'additive' | 'cosmetic';

/** Which part of a semantic version a change raises. */
export type SemverBump = 'major' | 'minor' | 'patch' | 'none';

/** The bump that the changes deserve beside the one that upstream made. */
export interface BumpRecord {
  readonly deserved: SemverBump;
  /** Absent where the two names are no semantic versions, or the same. */
  readonly made?: SemverBump;
  /**
   * Whether what was made tells what was deserved. Below 1.0.0 the leftmost number that is not zero counts as the major one,
   * as caret ranges read it.
   */
  readonly sufficient?: boolean;
}

/** One change of one unit, told by one rule. */
export interface SurfaceChange {
  readonly rule: string;
  readonly class: DiffClass;
  readonly bump: SemverBump;
  readonly unit: 'command' | 'flag' | 'arg';
  /** Of the older side, unless only the newer one has the unit. */
  readonly path: readonly string[];
  readonly key?: string;
  readonly name?: string;
  /** What was there before and what is there now, where the rule is about a value. */
  readonly from?: unknown;
  readonly to?: unknown;
  /** Commands that repeat a changed root flag, which changed there in the same way. */
  readonly also_on?: readonly (readonly string[])[];
  /** Why a rename is likely, for the rules that guess. */
  readonly guess?: RenameGuess;
}

/** How likely it is that two units are one, and what speaks for it. */
export interface RenameGuess {
  /** 0 to 1, two decimals. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/** `history.json`: every snapshotted version of a root and the life of every unit. */
export interface SurfaceHistory {
  readonly schema_version: 1;
  readonly tool: string;
  /** Oldest first. */
  readonly versions: readonly HistoryVersion[];
  /**
   * By kind, path and name. A flag that a command repeats from the root is left out where its life follows from those of the
   * command and the root flag.
   */
  readonly units: readonly UnitLife[];
}

/** One version in the history. */
export interface HistoryVersion {
  readonly version: string;
  readonly targets: readonly string[];
  readonly commands: VisibilityCount;
  readonly flags: VisibilityCount;
  readonly args: number;
  /** What happened since the version before; absent for the first one. */
  readonly since?: HistoryStep;
}

/** Units that help shows and units that are accepted although it does not. */
export interface VisibilityCount {
  readonly visible: number;
  readonly hidden: number;
}

/** From one version to the next. */
export interface HistoryStep {
  readonly version: string;
  readonly changes: Readonly<Record<DiffClass, number>>;
  readonly commands: StepCount;
  readonly flags: StepCount;
  readonly bump: BumpRecord;
}

/** Units that came, were hidden, were shown again, or went. */
export interface StepCount {
  readonly added: number;
  readonly hidden: number;
  readonly revealed: number;
  readonly removed: number;
}

/** The states a unit can be in. */
export type UnitState = 'visible' | 'hidden' | 'removed';

/** The life of one unit over the snapshotted versions. */
export interface UnitLife {
  readonly unit: 'command' | 'flag' | 'arg';
  readonly path: readonly string[];
  readonly key?: string;
  readonly name?: string;
  readonly first_seen: string;
  /** The version since which it is hidden, or was hidden until it was removed. */
  readonly hidden_since?: string;
  /** The version that no longer accepts it. */
  readonly removed_in?: string;
  /** Every change of state, where it did not simply come, hide and go. */
  readonly life?: readonly { readonly version: string; readonly state: UnitState }[];
}
