import { compareBytes, comparePaths, pathKey } from '@fixpoint/surface-formats';

/** The three kinds of unit, in the order in which mixed lists name them. */
export const UNIT_KINDS = ['command', 'flag', 'arg'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A command, or a flag or argument of one. `name` is the flag's key or the argument's name, and empty for a command. */
export interface UnitRef {
  readonly kind: UnitKind;
  readonly path: readonly string[];
  readonly name: string;
}

/** A unit with the string that identifies it in maps; making that string again and again would be most of the work. */
export interface IdentifiedUnit extends UnitRef {
  readonly id: string;
}

/** A string that identifies a unit in a map. */
export function unitId({ kind, path, name }: UnitRef): string {
  return unitIdAt(pathKey(path), kind, name);
}

/** The same for a command path in the form of `pathKey`. */
export function unitIdAt(key: string, kind: UnitKind, name: string): string {
  return `${kind}\u001e${key}\u001e${name}`;
}

/** The command with a path. */
export function commandRef(path: readonly string[]): UnitRef {
  return { kind: 'command', path, name: '' };
}

/** Orders units by path, then by name. */
export function compareByPath(a: UnitRef, b: UnitRef): number {
  return comparePaths(a.path, b.path) || compareBytes(a.name, b.name);
}

/** Orders units by kind, then by path, then by name. */
export function compareByKind(a: UnitRef, b: UnitRef): number {
  return UNIT_KINDS.indexOf(a.kind) - UNIT_KINDS.indexOf(b.kind) || compareByPath(a, b);
}

/** Whether one of two paths leads to the other. */
export function areRelated(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).every((token, index) => token === b[index]);
}

/** How a message names a unit: `exec resume --last`, or `the root command`. */
export function describeUnit({ kind, path, name }: UnitRef): string {
  if (kind === 'command') return path.length === 0 ? 'the root command' : `command "${path.join(' ')}"`;
  const holder = path.length === 0 ? 'the root command' : `"${path.join(' ')}"`;
  return `${kind === 'flag' ? 'flag' : 'argument'} ${name} of ${holder}`;
}
