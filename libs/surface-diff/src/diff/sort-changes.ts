import { compareBytes, comparePaths, type SurfaceChange } from '@fixpoint/surface-formats';
import { rankOf } from '../rules/rules';

const UNITS: readonly SurfaceChange['unit'][] = ['command', 'flag', 'arg'];

/** Orders changes by path, kind of unit and name, then by rule and values, so that equal surfaces give equal bytes. */
export function sortChanges(changes: readonly SurfaceChange[]): SurfaceChange[] {
  return [...changes].sort(
    (a, b) =>
      comparePaths(a.path, b.path) ||
      UNITS.indexOf(a.unit) - UNITS.indexOf(b.unit) ||
      compareBytes(nameOf(a), nameOf(b)) ||
      rankOf(a.rule) - rankOf(b.rule) ||
      compareBytes(valuesOf(a), valuesOf(b)),
  );
}

/** The flag's key or the argument's name; empty for a command. */
export function nameOf({ key, name }: Pick<SurfaceChange, 'key' | 'name'>): string {
  return key ?? name ?? '';
}

function valuesOf({ from, to }: SurfaceChange): string {
  return JSON.stringify([from ?? null, to ?? null]);
}
