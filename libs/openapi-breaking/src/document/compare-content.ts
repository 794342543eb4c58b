import type { Located } from '@fixpoint/openapi-document';
import type { Difference, ExchangePart } from '../difference';
import type { RuleId } from '../rules/rules';
import { differenceIn, type OperationContext } from './compare-context';
import { compareSchemaAt } from './compare-schema-at';
import { matchMediaTypes, mediaTypesOf, type MediaType } from './media-types';

/** A body of both sides; either may be absent, which is a body without media types. */
export interface Bodies {
  readonly kind: 'request-body' | 'response-body';
  /** How it is called: "the request body", "the 200 response". */
  readonly name: string;
  readonly part: ExchangePart;
  readonly old?: Located;
  readonly now?: Located;
}

const MEDIA_TYPE_RULES = {
  'request-body': { added: 'request-body-media-type-added', removed: 'request-body-media-type-removed' },
  'response-body': { added: 'response-media-type-added', removed: 'response-media-type-removed' },
} as const;

/** Compares what a body may be: its media types and their schemas. */
export function compareContent(context: OperationContext, bodies: Bodies): Difference[] {
  const { removed, added, pairs } = matchMediaTypes(
    mediaTypesOf(context.old, bodies.old),
    mediaTypesOf(context.now, bodies.now),
  );
  const rules = MEDIA_TYPE_RULES[bodies.kind];
  const common = { subject: bodies.name, part: bodies.part, ...(bodies.now && { now: bodies.now }) };
  return [
    ...removed.map(({ name, place }) =>
      differenceIn(context, rules.removed, {
        ...common,
        from: name,
        old: place,
        part: { ...bodies.part, element: { in: 'mediaType', name } },
      }),
    ),
    ...added.map(({ name, place }) =>
      differenceIn(context, rules.added, { ...common, to: name, now: place }),
    ),
    ...pairs.flatMap((pair) =>
      (['schema', 'itemSchema'] as const).flatMap((keyword) =>
        compareMediaType(context, bodies, { ...pair, keyword }),
      ),
    ),
  ];
}

function compareMediaType(
  context: OperationContext,
  { kind, name, part }: Bodies,
  pair: { readonly old: MediaType; readonly now: MediaType; readonly keyword: 'schema' | 'itemSchema' },
): Difference[] {
  const old = context.old.child(pair.old.place, pair.keyword);
  const now = context.now.child(pair.now.place, pair.keyword);
  if (old !== undefined && now !== undefined) {
    const element = { in: 'body' as const, path: [] };
    const owner = { kind, name, part: { ...part, element }, place: now };
    return compareSchemaAt(context, owner, { old, now });
  }
  if (old === undefined && now === undefined) return [];
  const what = pair.keyword === 'schema' ? 'schema' : 'item-schema';
  const rule: RuleId = `${kind}-media-type-${what}-${old === undefined ? 'added' : 'removed'}`;
  return [
    differenceIn(context, rule, {
      subject: name,
      from: pair.old.name,
      to: pair.now.name,
      old,
      now: now ?? pair.now.place,
      part,
    }),
  ];
}
