import type { UnionArg } from '@fixpoint/surface-formats';
import type { Pair } from './fields';

/** How the arguments of a command belong together. */
export interface ArgMatch {
  readonly pairs: readonly Pair<UnionArg>[];
  readonly removed: readonly UnionArg[];
  readonly added: readonly UnionArg[];
}

/**
 * Pairs arguments by name; then those of another name that stand at the same place of as many and have the same form, since
 * callers write no names.
 */
export function matchArgs(
  before: readonly UnionArg[],
  after: readonly UnionArg[],
  order: Pair<readonly string[] | undefined>,
): ArgMatch {
  const byName = new Map(after.map((arg) => [arg.name, arg]));
  const named = before.flatMap((arg): Pair<UnionArg>[] => {
    const same = byName.get(arg.name);
    return same === undefined ? [] : [{ before: arg, after: same }];
  });
  const rest = {
    before: before.filter(({ name }) => !byName.has(name)),
    after: after.filter(({ name }) => !before.some((arg) => arg.name === name)),
  };
  const placed = before.length === after.length ? matchByPlace(rest, order) : [];
  const pairs = [...named, ...placed];
  return {
    pairs,
    removed: rest.before.filter((arg) => !placed.some((pair) => pair.before === arg)),
    added: rest.after.filter((arg) => !placed.some((pair) => pair.after === arg)),
  };
}

function matchByPlace(
  rest: Pair<readonly UnionArg[]>,
  order: Pair<readonly string[] | undefined>,
): Pair<UnionArg>[] {
  if (order.before === undefined || order.after === undefined) return [];
  return rest.before.flatMap((arg): Pair<UnionArg>[] => {
    const name = order.after?.[order.before?.indexOf(arg.name) ?? -1];
    const other = rest.after.find((candidate) => candidate.name === name);
    return other !== undefined && isSameForm(arg, other) ? [{ before: arg, after: other }] : [];
  });
}

function isSameForm(a: UnionArg, b: UnionArg): boolean {
  return a.required === b.required && a.variadic === b.variadic;
}
