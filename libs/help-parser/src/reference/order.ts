import type { SnapshotArg, SnapshotFlag } from '@fixpoint/surface-formats';
import { compareBytes } from '@fixpoint/surface-formats';

/** Arguments by name; equal names keep their order. */
export function sortArgs(args: readonly SnapshotArg[]): readonly SnapshotArg[] {
  return [...args].sort((a, b) => compareBytes(a.name, b.name));
}

/** Flags by long, then by short form, a missing one after every present one; equal flags keep their order. */
export function sortFlags(flags: readonly SnapshotFlag[]): readonly SnapshotFlag[] {
  return [...flags].sort((a, b) => comparePresent(a.long, b.long) || comparePresent(a.short, b.short));
}

function comparePresent(a: string | undefined, b: string | undefined): number {
  if (a !== undefined && b !== undefined) return compareBytes(a, b);
  return Number(a === undefined) - Number(b === undefined);
}
