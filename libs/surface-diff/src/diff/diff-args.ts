import type { SurfaceChange, UnionArg } from '@fixpoint/surface-formats';
import type { SurfaceCommand } from '../surface/surface';
import { argOrder } from './arg-order';
import { changeOf, type ChangedUnit } from './change';
import { diffTargets } from './common-fields';
import type { DiffOptions } from './diff-surfaces';
import { diffProse, diffValueFacts, type Pair } from './fields';
import { matchArgs, type ArgMatch } from './match-args';

/** What changed of the positional arguments of a command. */
export function diffArgs(pair: Pair<SurfaceCommand>, options: DiffOptions): SurfaceChange[] {
  const { path } = pair.before.record;
  const order = { before: orderOf(pair.before), after: orderOf(pair.after) };
  const match = matchArgs(pair.before.args, pair.after.args, order);
  return [
    ...match.removed.map(({ name }) => changeOf('arg-removed', { path, name })),
    ...match.added.map((arg) => addedArg(arg, path, { match, order: order.after })),
    ...diffOrder(match, order, path),
    ...match.pairs.flatMap((args) => diffArg(args, { pair, ...options })),
  ];
}

function orderOf({ record, args }: SurfaceCommand): readonly string[] | undefined {
  return argOrder(
    record.usage,
    args.map(({ name }) => name),
  );
}

function addedArg(
  { name, required }: UnionArg,
  path: readonly string[],
  { match, order }: { readonly match: ArgMatch; readonly order: readonly string[] | undefined },
): SurfaceChange {
  if (required) return changeOf('required-arg-added', { path, name });
  const known = new Set(match.pairs.map(({ after }) => after.name));
  const next = order?.slice(order.indexOf(name) + 1).find((other) => known.has(other));
  return next === undefined
    ? changeOf('arg-added', { path, name })
    : changeOf('arg-inserted', { path, name }, { to: next });
}

function diffOrder(
  { pairs }: ArgMatch,
  order: Pair<readonly string[] | undefined>,
  path: readonly string[],
): SurfaceChange[] {
  if (order.before === undefined || order.after === undefined) return [];
  const oldNames = new Map(pairs.map(({ before, after }) => [after.name, before.name]));
  const shared = new Set(oldNames.values());
  const from = order.before.filter((name) => shared.has(name));
  const to = order.after.flatMap((name) => oldNames.get(name) ?? []);
  return from.flatMap((name, index) => {
    const place = to.indexOf(name);
    return place === index
      ? []
      : [changeOf('arg-order-changed', { path, name }, { from: index + 1, to: place + 1 })];
  });
}

interface ArgContext extends DiffOptions {
  readonly pair: Pair<SurfaceCommand>;
}

function diffArg({ before, after }: Pair<UnionArg>, { pair, sameTargets }: ArgContext): SurfaceChange[] {
  const unit: ChangedUnit = { path: pair.before.record.path, name: before.name };
  return [
    ...(before.name === after.name
      ? []
      : [changeOf('arg-renamed', unit, { from: before.name, to: after.name })]),
    ...(before.required === after.required
      ? []
      : [changeOf(after.required ? 'arg-became-required' : 'arg-became-optional', unit)]),
    ...(before.variadic === after.variadic
      ? []
      : [changeOf(after.variadic ? 'arg-became-variadic' : 'arg-no-longer-variadic', unit)]),
    ...diffValueFacts('arg', unit, { before, after }),
    ...(sameTargets
      ? diffTargets(
          { lost: 'arg-target-lost', gained: 'arg-target-gained' },
          unit,
          { before: before.available_on, after: after.available_on },
          { before: pair.before.record.available_on, after: pair.after.record.available_on },
        )
      : []),
    ...diffProse('arg-note-changed', unit, { before: before.note, after: after.note }),
  ];
}
