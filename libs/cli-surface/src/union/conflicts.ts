import type { Conflict } from '@fixpoint/surface-formats';
import type { MergeContext } from './context';
import type { HelpPageRef } from './source';
import { identical, sameValue, valueOf, type ComparedField, type Fields, type Seen } from './unit';

/** Which unit a conflict is about. */
export type ConflictUnit = Pick<Conflict, 'unit' | 'path' | 'key' | 'name' | 'help_context'>;

/** Everything that a unit's conflicts are made from. */
export interface UnitSeen {
  readonly about: ConflictUnit;
  readonly seen: Seen<Fields>;
  readonly compared: readonly ComparedField[];
  /** The command's help page on each target, asked for only where there is a conflict. */
  pages(): Seen<HelpPageRef>;
}

/**
 * The fields on which targets that have the unit disagree, in byte order of the fields.
 *
 * @req FP-UNION-004
 */
export function conflictsOf(unit: UnitSeen, context: MergeContext): Conflict[] {
  const conflicts: Conflict[] = [];
  if (allIdentical(unit.seen)) return conflicts;
  for (const field of unit.compared) {
    if (!agrees(unit.seen, field)) conflicts.push(toConflict(unit, field.name, context));
  }
  return conflicts;
}

function allIdentical(seen: Seen<Fields>): boolean {
  const first = seen.find((unit) => unit !== undefined);
  return first === undefined || seen.every((unit) => unit === undefined || identical(first, unit));
}

function agrees(seen: Seen<Fields>, field: ComparedField): boolean {
  let first: unknown;
  for (const unit of seen) {
    if (unit === undefined) continue;
    const value = valueOf(unit, field.name);
    if (first === undefined) first = value;
    else if (!sameValue(first, value, field)) return false;
  }
  return true;
}

function toConflict({ about, seen, pages }: UnitSeen, field: string, context: MergeContext): Conflict {
  const { help_context, ...unit } = about;
  const listed = context.byteOrder.filter((index) => seen[index] !== undefined);
  const values = listed.map((index) => [targetAt(index, context), valueOf(seen[index] as Fields, field)]);
  const evidence = evidenceOf(pages(), listed, context);
  return {
    ...unit,
    field,
    values_by_target: Object.fromEntries(values),
    help_context,
    ...(evidence && { evidence }),
  };
}

function evidenceOf(
  pages: Seen<HelpPageRef>,
  listed: readonly number[],
  context: MergeContext,
): Conflict['evidence'] {
  const shown = listed.filter((index) => pages[index] !== undefined);
  if (shown.length === 0) return undefined;
  const byTarget = (field: keyof HelpPageRef): Record<string, string> =>
    Object.fromEntries(
      shown.map((index) => [targetAt(index, context), (pages[index] as HelpPageRef)[field]]),
    );
  return { help_ref_by_target: byTarget('ref'), help_sha256_by_target: byTarget('sha256') };
}

function targetAt(index: number, { sources }: MergeContext): string {
  return sources[index]?.target ?? '';
}
