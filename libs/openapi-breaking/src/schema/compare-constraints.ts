import { BOUND_KEYWORDS, type BoundName } from '../rules/bound-aspects';
import type { AspectName } from '../rules/schema-aspects';
import { isNarrower } from './flat-bounds';
import type { Bound } from './flat-schema';
import { aspectChange, type PairContext, type SchemaChange } from './schema-change';

/** Bounds, patterns and what else limits values. */
export function compareConstraints(context: PairContext): SchemaChange[] {
  const { before, after } = context;
  return [
    ...[...BOUND_KEYWORDS.keys()].flatMap((name) => compareBound(context, name)),
    ...comparePattern(context),
    ...compareMultiple(context),
    ...(before.uniqueItems === after.uniqueItems
      ? []
      : [
          aspectChange(context, after.uniqueItems ? 'unique-items-set' : 'unique-items-unset', {
            keyword: 'uniqueItems',
          }),
        ]),
    ...compareContent(context),
  ];
}

function compareBound(context: PairContext, base: BoundName): SchemaChange[] {
  const [was, is] = [context.before.bounds.get(base), context.after.bounds.get(base)];
  if (was?.limit === is?.limit && was?.name === is?.name) return [];
  const { name } = (is ?? was) as Bound;
  return [
    aspectChange(context, `${name}-${boundEvent(base, was, is)}`, {
      from: boundText(was),
      to: boundText(is),
      keyword: BOUND_KEYWORDS.get(name)?.keyword,
    }),
  ];
}

function boundEvent(
  base: BoundName,
  was: Bound | undefined,
  is: Bound | undefined,
): 'set' | 'unset' | 'increased' | 'decreased' {
  if (was === undefined || is === undefined) return was === undefined ? 'set' : 'unset';
  const isLower = BOUND_KEYWORDS.get(base)?.side === 'lower';
  return isNarrower(is, was, isLower ? 'lower' : 'upper') === isLower ? 'increased' : 'decreased';
}

function boundText(bound: Bound | undefined): string | undefined {
  if (bound === undefined) return undefined;
  return bound.name.startsWith('exclusive-') ? `${bound.limit} (exclusive)` : String(bound.limit);
}

function comparePattern(context: PairContext): SchemaChange[] {
  const { pattern: from } = context.before;
  const { pattern: to } = context.after;
  if (from === to) return [];
  const aspect =
    from === undefined ? 'pattern-added' : to === undefined ? 'pattern-removed' : 'pattern-changed';
  return [aspectChange(context, aspect, { from, to, keyword: 'pattern' })];
}

function compareMultiple(context: PairContext): SchemaChange[] {
  const [was, is] = [context.before.multipleOf, context.after.multipleOf];
  if (was === is) return [];
  return [
    aspectChange(context, multipleAspect(was, is), {
      from: was?.toString(),
      to: is?.toString(),
      keyword: 'multipleOf',
    }),
  ];
}

function multipleAspect(was: number | undefined, is: number | undefined): AspectName {
  if (was === undefined) return 'multiple-of-set';
  if (is === undefined) return 'multiple-of-unset';
  if (isMultiple(was, is)) return 'multiple-of-generalized';
  return isMultiple(is, was) ? 'multiple-of-specialized' : 'multiple-of-changed';
}

// Steps such as 0.01 are no exact binary numbers.
function isMultiple(number: number, of: number): boolean {
  const quotient = number / of;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 && Math.round(quotient) >= 1;
}

function compareContent(context: PairContext): SchemaChange[] {
  return (
    [
      ['contentMediaType', 'content-media-type-changed'],
      ['contentEncoding', 'content-encoding-changed'],
    ] as const
  ).flatMap(([keyword, aspect]) => {
    const [was, is] = [context.before[keyword], context.after[keyword]];
    return was === is
      ? []
      : [aspectChange(context, aspect, { from: was ?? 'nothing', to: is ?? 'nothing', keyword })];
  });
}
