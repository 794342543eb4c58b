import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { compareNull, describeType } from './compare-types';
import { nameOf, type Conjunction } from './conjunction';
import type { FlatSchema } from './flat-schema';
import { aspectChange, type ChildPair, type PairContext, type SchemaChange } from './schema-change';
import { shapeText } from './shape-text';

/** Alternatives of both sides: pairs of what is the same, and what is on one side only. */
interface Matching {
  readonly kind: 'one-of' | 'any-of';
  readonly pairs: readonly (readonly [Conjunction, Conjunction])[];
  readonly removed: readonly Conjunction[];
  readonly added: readonly Conjunction[];
}

/** What happened to the alternatives of a schema. */
export interface ComparedAlternatives {
  readonly changes: readonly SchemaChange[];
  /** What is to be compared within those that stayed. */
  readonly children: readonly ChildPair[];
  /** A schema became a choice or was one: nothing but its alternatives can be compared. */
  readonly isLifted: boolean;
}

/** Compares alternatives. A schema that is no choice is a choice of one where the other side is a choice and nothing else. */
export function compareAlternatives(context: PairContext): ComparedAlternatives {
  const [was, is] = [choicesOf(context.before), choicesOf(context.after)];
  if (was.length === 0 && is.length === 0) return { changes: [], children: [], isLifted: false };
  if (was.length > 0 && is.length > 0) return compared(context, matchBoth(context), false);
  if (!isBareChoice(was.length > 0 ? context.before : context.after)) {
    const keyword = context.before.oneOf.length + context.after.oneOf.length > 0 ? 'oneOf' : 'anyOf';
    const aspect = was.length === 0 ? 'choice-added' : 'choice-removed';
    return { changes: [aspectChange(context, aspect, { keyword })], children: [], isLifted: false };
  }
  const old = was.length > 0 ? was : [context.old];
  const now = is.length > 0 ? is : [context.now];
  return compared(context, [match(context, { kind: kindOf(context), old, now })], true);
}

function compared(
  context: PairContext,
  matchings: readonly Matching[],
  isLifted: boolean,
): ComparedAlternatives {
  const { before, after, isSilent } = context;
  const isNullKnown =
    context.isNullKnown || (isLifted && before.nullable !== undefined && after.nullable !== undefined);
  return {
    isLifted,
    changes: [
      ...(isLifted ? compareNull(context) : []),
      ...matchings.flatMap((matching) => changesOf(context, matching)),
    ],
    children: matchings.flatMap(({ pairs }) =>
      pairs.map(([old, now]) => ({ old, now, isSilent, isNullKnown })),
    ),
  };
}

function changesOf(context: PairContext, { kind, removed, added }: Matching): SchemaChange[] {
  const keyword = kind === 'one-of' ? 'oneOf' : 'anyOf';
  return [
    ...removed.map((alternative) =>
      aspectChange(context, `${kind}-removed`, {
        from: describe(alternative, context.flatOld(alternative)),
        keyword,
      }),
    ),
    ...added.map((alternative) =>
      aspectChange(context, `${kind}-added`, {
        to: describe(alternative, context.flatNow(alternative)),
        keyword,
      }),
    ),
  ];
}

function describe(alternative: Conjunction, schema: FlatSchema): string {
  return nameOf(alternative) ?? describeType(schema);
}

function choicesOf({ oneOf, anyOf }: FlatSchema): readonly Conjunction[] {
  return [...oneOf, ...anyOf];
}

/** Whether a schema says nothing but that it is one of some others. */
function isBareChoice({ types, properties }: FlatSchema): boolean {
  return properties.size === 0 && (types === undefined || types.join() === 'object');
}

function kindOf({ before, after }: PairContext): Matching['kind'] {
  return before.oneOf.length + after.oneOf.length === 0 ? 'any-of' : 'one-of';
}

/** `oneOf` and `anyOf` by themselves, or together where one became the other. */
function matchBoth(context: PairContext): Matching[] {
  const { before, after } = context;
  const isSwitched =
    before.oneOf.length > 0 !== after.oneOf.length > 0 || before.anyOf.length > 0 !== after.anyOf.length > 0;
  if (isSwitched) {
    return [match(context, { kind: kindOf(context), old: choicesOf(before), now: choicesOf(after) })];
  }
  return [
    match(context, { kind: 'one-of', old: before.oneOf, now: after.oneOf }),
    match(context, { kind: 'any-of', old: before.anyOf, now: after.anyOf }),
  ];
}

function match(
  context: PairContext,
  { kind, old, now }: Pick<Matching, 'kind'> & { old: readonly Conjunction[]; now: readonly Conjunction[] },
): Matching {
  const pairs: (readonly [Conjunction, Conjunction])[] = [];
  let [removed, added] = [old, now];
  for (const keys of keysOf(context)) {
    const candidates = groupBy(added, keys.now);
    for (const [key, group] of groupBy(removed, keys.old)) {
      const partners = candidates.get(key) ?? [];
      if (!keys.isExact && (group.length > 1 || partners.length > 1)) continue;
      partners.slice(0, group.length).forEach((partner, index) => {
        pairs.push([group[index] as Conjunction, partner]);
      });
    }
    removed = removed.filter((alternative) => !pairs.some(([paired]) => paired === alternative));
    added = added.filter((alternative) => !pairs.some(([, paired]) => paired === alternative));
  }
  return { kind, pairs, removed, added };
}

type KeyOf = (alternative: Conjunction) => string | undefined;

/** A key by which alternatives are taken for the same; one that is not exact only where it is the only one of its key. */
interface MatchingKey {
  readonly old: KeyOf;
  readonly now: KeyOf;
  readonly isExact: boolean;
}

/** By what alternatives are taken for the same, the surest first. */
function keysOf(context: PairContext): MatchingKey[] {
  const shape =
    (document: OpenApiDocument): KeyOf =>
    (alternative) =>
      shapeText(document, alternative);
  const title: KeyOf = ([first]) => (first?.value as { title?: string } | undefined)?.title;
  return [
    { old: nameOf, now: nameOf, isExact: true },
    { old: shape(context.oldDocument), now: shape(context.nowDocument), isExact: true },
    { old: title, now: title, isExact: false },
    {
      old: (alternative) => typesOf(context.flatOld(alternative)),
      now: (alternative) => typesOf(context.flatNow(alternative)),
      isExact: false,
    },
  ];
}

function typesOf({ types, values, isConst }: FlatSchema): string {
  return `${types?.join() ?? ''} ${isConst ? (values?.join() ?? '') : ''}`;
}

function groupBy(alternatives: readonly Conjunction[], keyOf: KeyOf): ReadonlyMap<string, Conjunction[]> {
  const groups = new Map<string, Conjunction[]>();
  for (const alternative of alternatives) {
    const key = keyOf(alternative);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), alternative]);
  }
  return groups;
}
