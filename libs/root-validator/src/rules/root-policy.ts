/** What of a root is demanded; a root may be read by rules that ask for less than all of it. */
export interface RootPolicy {
  /** Pointers, `current.json` and what they name are demanded. */
  readonly hasLifecycle: boolean;
  /** The pointers of the root itself are demanded. */
  readonly demandsRootPointers: boolean;
  readonly demandsWrapper: boolean;
  /** Versions that are looked at beside those that pointers and metadata name. */
  readonly versionsOnDisk: readonly string[];
  /** Snapshots are looked into; otherwise they only have to be there. */
  readonly checksSnapshots: boolean;
  /** JSON pointer of the list of excluded units in `RULES.json`. */
  readonly unitsPointer: string;
}

/** What the contract demands of every root. */
export const CONTRACT_POLICY: RootPolicy = {
  hasLifecycle: true,
  demandsRootPointers: true,
  demandsWrapper: true,
  versionsOnDisk: [],
  checksSnapshots: true,
  unitsPointer: '/parity_exclusions/units',
};
