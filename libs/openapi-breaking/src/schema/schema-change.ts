import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import type { RuleId } from '../rules/rules';
import type { AspectName } from '../rules/schema-aspects';
import type { Conjunction } from './conjunction';
import type { Part } from './expand';
import type { FlatSchema } from './flat-schema';
import { objectOf } from './keywords';

/** One step from a schema to one within it. What alternatives hold stands where they do. */
export type Step = { readonly property: string } | 'items' | 'values';

/** What happened to one schema, without what happened within it. */
export interface SchemaChange {
  /** A rule of its own, or an aspect that is a rule together with the place of the schema. */
  readonly what: { readonly rule: RuleId } | { readonly aspect: AspectName };
  /** The property it happened to, when it did not happen to the schema itself. */
  readonly property?: string;
  readonly from?: string;
  readonly to?: string;
  /** The listed value that is gone. */
  readonly value?: unknown;
  readonly old?: Located;
  readonly now?: Located;
}

/** Two schemas of the same place. */
export interface SchemaPair {
  readonly old: Conjunction;
  readonly now: Conjunction;
  readonly direction: 'request' | 'response';
  /** Values are text on the wire: parameters and headers. */
  readonly isText: boolean;
  /** It is never sent in this direction: read only, or write only. */
  readonly isSilent: boolean;
  /** Whether null is allowed was compared before: it stood at the choice of which these are alternatives. */
  readonly isNullKnown: boolean;
}

/** A pair below another one. */
export interface ChildPair {
  readonly step?: Step;
  readonly old: Conjunction;
  readonly now: Conjunction;
  readonly isSilent: boolean;
  readonly isNullKnown?: boolean;
}

/** What is compared at one place, and with what. */
export interface PairContext extends SchemaPair {
  readonly oldDocument: OpenApiDocument;
  readonly nowDocument: OpenApiDocument;
  readonly before: FlatSchema;
  readonly after: FlatSchema;
  /** The day on which consumers learn of what is deprecated now. */
  readonly announcedOn: string;
  /** Either document's schema at a place, flat. */
  flatOld(conjunction: Conjunction): FlatSchema;
  flatNow(conjunction: Conjunction): FlatSchema;
}

/** An aspect with the places of its keyword on both sides. */
export function aspectChange(
  context: PairContext,
  aspect: AspectName,
  values: Pick<SchemaChange, 'from' | 'to' | 'value'> & { readonly keyword?: string } = {},
): SchemaChange {
  const { keyword, ...rest } = values;
  const old = placeOf(context.oldDocument, context.before.parts, keyword);
  const now = placeOf(context.nowDocument, context.after.parts, keyword);
  return { what: { aspect }, ...rest, ...(old && { old }), ...(now && { now }) };
}

/** Where a keyword stands, or else the schema that does not have it. */
export function placeOf(
  document: OpenApiDocument,
  parts: readonly Part[],
  ...keys: readonly (string | undefined)[]
): Located | undefined {
  const [first, ...rest] = keys;
  const holder =
    parts.find((part) => first !== undefined && Object.hasOwn(objectOf(part), first)) ?? parts[0];
  if (holder === undefined || first === undefined) return holder;
  const deep = rest.filter((key) => key !== undefined);
  return document.child(holder, first, ...deep) ?? document.child(holder, first) ?? holder;
}
