import type { AspectName } from '../rules/schema-aspects';
import { aspectChange, type PairContext, type SchemaChange } from './schema-change';

/** Listed values, constants and defaults. */
export function compareValues(context: PairContext): SchemaChange[] {
  return [...compareListed(context), ...compareExtensible(context), ...compareDefault(context)];
}

function compareListed(context: PairContext): SchemaChange[] {
  const { before, after } = context;
  const [was, is] = [before.values, after.values];
  if (was === undefined || is === undefined) return compareLimit(context);
  if (before.isConst && after.isConst && was.join() !== is.join()) {
    const [from, to] = [was.join(', '), is.join(', ')];
    return [aspectChange(context, 'const-changed', { from, to, keyword: 'const' })];
  }
  return differenceOf(context, {
    was,
    is,
    keyword: 'enum',
    removed: 'enum-value-removed',
    added: 'enum-value-added',
  });
}

/** Values that were not limited to a list before, or are not now. */
function compareLimit(context: PairContext): SchemaChange[] {
  const { before, after } = context;
  if (before.values === undefined && after.values === undefined) return [];
  const isNew = before.values === undefined;
  const isConst = isNew ? after.isConst : before.isConst;
  const [added, removed] = isConst ? CONSTANTS : LISTS;
  return [
    aspectChange(context, isNew ? added : removed, {
      from: before.values?.join(', '),
      to: after.values?.join(', '),
      keyword: isConst ? 'const' : 'enum',
    }),
  ];
}

const CONSTANTS = ['const-added', 'const-removed'] as const;
const LISTS = ['became-enum', 'became-not-enum'] as const;

function compareExtensible(context: PairContext): SchemaChange[] {
  const [was, is] = [context.before.extensible, context.after.extensible];
  // A list that comes or goes says what values come; it never limited any.
  if (was === undefined || is === undefined) return [];
  return differenceOf(context, {
    was,
    is,
    keyword: 'x-extensible-enum',
    removed: 'x-extensible-enum-value-removed',
    added: 'x-extensible-enum-value-added',
  });
}

function differenceOf(
  context: PairContext,
  lists: {
    readonly was: readonly string[];
    readonly is: readonly string[];
    readonly keyword: string;
    readonly removed: AspectName;
    readonly added: AspectName;
  },
): SchemaChange[] {
  const { was, is, keyword, removed, added } = lists;
  return [
    ...was
      .filter((value) => !is.includes(value))
      .map((value) =>
        aspectChange(context, removed, { from: value, value: JSON.parse(value) as unknown, keyword }),
      ),
    ...is
      .filter((value) => !was.includes(value))
      .map((value) => aspectChange(context, added, { to: value, keyword })),
  ];
}

function compareDefault(context: PairContext): SchemaChange[] {
  const { defaultValue: from } = context.before;
  const { defaultValue: to } = context.after;
  if (from === to) return [];
  const aspect =
    from === undefined
      ? 'default-value-added'
      : to === undefined
        ? 'default-value-removed'
        : 'default-value-changed';
  return [aspectChange(context, aspect, { from, to, keyword: 'default' })];
}
