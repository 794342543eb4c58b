import { compareAlternatives } from './compare-alternatives';
import { compareConstraints } from './compare-constraints';
import { compareProperties, propertyPairs } from './compare-properties';
import { compareStructure } from './compare-structure';
import { compareTypes } from './compare-types';
import { compareValues } from './compare-values';
import type { Conjunction } from './conjunction';
import type { FlatSchema } from './flat-schema';
import type { ChildPair, PairContext, SchemaChange } from './schema-change';

/** What happened to one pair of schemas, and the pairs within it. */
export interface ComparedPair {
  readonly changes: readonly SchemaChange[];
  readonly children: readonly ChildPair[];
}

/** Compares two schemas of the same place without going into what is within them. */
export function comparePair(context: PairContext): ComparedPair {
  const { before, after } = context;
  const alternatives = compareAlternatives(context);
  const { changes, children } = alternatives;
  if (alternatives.isLifted) return { changes, children };
  const isOpenChoice = hasChoices(before) && hasChoices(after) && (!before.types || !after.types);
  const own = [
    ...(isOpenChoice ? [] : compareTypes(context)),
    ...compareValues(context),
    ...compareConstraints(context),
    ...compareStructure(context),
    ...compareProperties(context),
    ...changes,
  ];
  return { changes: own, children: [...propertyPairs(context), ...partPairs(context), ...children] };
}

function hasChoices({ oneOf, anyOf }: FlatSchema): boolean {
  return oneOf.length + anyOf.length > 0;
}

/** Items of lists, and the values of keys that have no name. */
function partPairs(context: PairContext): ChildPair[] {
  const { before, after, isSilent } = context;
  const pair = (step: 'items' | 'values', old: Conjunction, now: Conjunction): ChildPair[] =>
    old.length + now.length === 0 ? [] : [{ step, old, now, isSilent }];
  const tuple = Array.from({ length: Math.max(before.prefixItems.length, after.prefixItems.length) });
  const patterns = [...before.patternProperties.keys()].filter((key) => after.patternProperties.has(key));
  const isOpen = !before.isClosed && !after.isClosed;
  return [
    ...tuple.flatMap((_, index) =>
      pair('items', before.prefixItems[index] ?? before.items, after.prefixItems[index] ?? after.items),
    ),
    ...pair('items', before.items, after.items),
    ...patterns.flatMap((key) =>
      pair(
        'values',
        before.patternProperties.get(key) as Conjunction,
        after.patternProperties.get(key) as Conjunction,
      ),
    ),
    ...(isOpen ? pair('values', before.additional, after.additional) : []),
  ];
}
