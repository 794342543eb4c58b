import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { compareNull, describeType } from './compare-types';
import { conjunctionKey, nameOf, type Conjunction } from './conjunction';
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
    const known = new Map(uniqueBy(added, keys.now));
    for (const [key, alternative] of uniqueBy(removed, keys.old)) {
      const partner = known.get(key);
      if (partner === undefined) continue;
      pairs.push([alternative, partner]);
      removed = removed.filter((other) => other !== alternative);
      added = added.filter((other) => other !== partner);
    }
  }
  return { kind, pairs, removed, added };
}

type KeyOf = (alternative: Conjunction) => string | undefined;

/** By what alternatives are taken for the same, the surest first. */
function keysOf(context: PairContext): { readonly old: KeyOf; readonly now: KeyOf }[] {
  const shape =
    (document: OpenApiDocument): KeyOf =>
    (alternative) =>
      shapeText(document, alternative);
  const title: KeyOf = ([first]) => (first?.value as { title?: string } | undefined)?.title;
  return [
    { old: nameOf, now: nameOf },
    { old: shape(context.oldDocument), now: shape(context.nowDocument) },
    { old: title, now: title },
    {
      old: (alternative) => typesOf(context.flatOld(alternative)),
      now: (alternative) => typesOf(context.flatNow(alternative)),
    },
  ];
}

function typesOf({ types, values, isConst }: FlatSchema): string {
  return `${types?.join() ?? ''} ${isConst ? (values?.join() ?? '') : ''}`;
}

/** Alternatives by a key that no other one has. */
function uniqueBy(alternatives: readonly Conjunction[], keyOf: KeyOf): [string, Conjunction][] {
  const found = new Map<string, Conjunction[]>();
  for (const alternative of alternatives) {
    const key = keyOf(alternative);
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), alternative]);
  }
  return [...found].flatMap(([key, same]) => {
    const places = new Set(same.map(conjunctionKey));
    return places.size === 1 ? [[key, same[0] as Conjunction] as [string, Conjunction]] : [];
  });
}
