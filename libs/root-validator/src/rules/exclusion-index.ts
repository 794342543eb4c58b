import { pathKey } from '@fixpoint/surface-formats';
import type { Rules } from './read-rules';

type UnitKind = 'command' | 'flag' | 'arg';

/** The units that a root leaves out of parity, by identity; no unit at all unless the list is of version 1. */
export class ExclusionIndex {
  private readonly identities: ReadonlySet<string>;

  constructor({ parity_exclusions: exclusions }: Rules) {
    const units = exclusions?.schema_version === 1 ? exclusions.units : [];
    this.identities = new Set(
      units.flatMap(({ unit, path, key, name }) => {
        if (unit === 'command') return [identity('command', path)];
        if (unit === 'flag' && typeof key === 'string') return [identity('flag', path, key)];
        return unit === 'arg' && typeof name === 'string' ? [identity('arg', path, name)] : [];
      }),
    );
  }

  /** Whether a unit is excluded; `keyOrName` is that of a flag or argument. */
  has(unit: UnitKind, path: readonly string[], keyOrName = ''): boolean {
    return this.identities.has(identity(unit, path, keyOrName));
  }
}

function identity(unit: UnitKind, path: readonly string[], keyOrName = ''): string {
  return JSON.stringify([unit, pathKey(path), keyOrName]);
}
