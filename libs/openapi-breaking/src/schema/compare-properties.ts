import type { MutabilityEvent } from '../rules/mutability-rules';
import type { RuleId } from '../rules/rules';
import { compareLifecycle } from './compare-lifecycle';
import type { FlatSchema } from './flat-schema';
import { placeOf, type ChildPair, type PairContext, type SchemaChange } from './schema-change';

/** One property on the sides that have it. */
interface Property {
  readonly name: string;
  readonly was?: FlatSchema;
  readonly is?: FlatSchema;
}

/** Properties that come, go, become required or optional, read only or write only, deprecated or not. */
export function compareProperties(context: PairContext): SchemaChange[] {
  // What is never sent has nothing that could be missing.
  if (context.isSilent) return [];
  return propertiesOf(context).flatMap((property) => {
    if (property.was === undefined) return [arrival(context, property)];
    if (property.is === undefined) return [departure(context, property)];
    return [
      ...requirement(context, property),
      ...mutability(context, property as Required<Property>),
      ...lifecycle(context, property as Required<Property>),
    ];
  });
}

/** The properties that both sides have, with what is within them. */
export function propertyPairs(context: PairContext): ChildPair[] {
  const { before, after } = context;
  return [...before.properties].flatMap(([name, old]) => {
    const now = after.properties.get(name);
    if (now === undefined) return [];
    const isSilent =
      context.isSilent ||
      (isUnsent(context, context.flatOld(old)) && isUnsent(context, context.flatNow(now)));
    return [{ step: { property: name }, old, now, isSilent }];
  });
}

function propertiesOf(context: PairContext): Property[] {
  const { before, after } = context;
  const names = new Set([
    ...before.properties.keys(),
    ...after.properties.keys(),
    ...before.required,
    ...after.required,
  ]);
  return [...names].map((name) => {
    const [old, now] = [before.properties.get(name), after.properties.get(name)];
    return {
      name,
      ...((old || before.required.has(name)) && { was: context.flatOld(old ?? []) }),
      ...((now || after.required.has(name)) && { is: context.flatNow(now ?? []) }),
    };
  });
}

function isUnsent({ direction }: PairContext, schema: FlatSchema): boolean {
  return direction === 'request' ? schema.readOnly : schema.writeOnly;
}

function change(
  context: PairContext,
  name: string,
  rule: RuleId,
  values: Pick<SchemaChange, 'from' | 'to'> = {},
): SchemaChange {
  const old = placeOf(context.oldDocument, context.before.parts, 'properties', name);
  const now = placeOf(context.nowDocument, context.after.parts, 'properties', name);
  return { what: { rule }, property: name, ...values, ...(old && { old }), ...(now && { now }) };
}

function arrival(context: PairContext, { name, is }: Property): SchemaChange {
  const isRequired = context.after.required.has(name);
  const schema = is as FlatSchema;
  if (context.direction === 'response') {
    const kind = isRequired ? 'required' : 'optional';
    return change(
      context,
      name,
      schema.writeOnly ? `response-${kind}-write-only-property-added` : `response-${kind}-property-added`,
    );
  }
  if (!isRequired || schema.readOnly) return change(context, name, 'new-optional-request-property');
  return schema.defaultValue === undefined
    ? change(context, name, 'new-required-request-property')
    : change(context, name, 'new-required-request-property-with-default', { to: schema.defaultValue });
}

function departure(context: PairContext, { name, was }: Property): SchemaChange {
  const schema = was as FlatSchema;
  if (context.direction === 'response') {
    const kind = context.before.required.has(name) ? 'required' : 'optional';
    return change(
      context,
      name,
      schema.writeOnly ? `response-${kind}-write-only-property-removed` : `response-${kind}-property-removed`,
    );
  }
  if (schema.readOnly) return change(context, name, 'request-read-only-property-removed');
  return change(
    context,
    name,
    context.after.isClosed ? 'request-property-removed-from-closed-object' : 'request-property-removed',
  );
}

function requirement(context: PairContext, { name, was, is }: Property): SchemaChange[] {
  const isRequired = context.after.required.has(name);
  if (context.before.required.has(name) === isRequired) return [];
  const end = isRequired ? 'required' : 'optional';
  const isUnsentProperty = [was, is].every((schema) => schema && isUnsent(context, schema));
  if (context.direction === 'response') {
    return [
      change(
        context,
        name,
        isUnsentProperty ? `response-write-only-property-became-${end}` : `response-property-became-${end}`,
      ),
    ];
  }
  if (isUnsentProperty) return [];
  const to = isRequired ? is?.defaultValue : undefined;
  return [
    to === undefined
      ? change(context, name, `request-property-became-${end}`)
      : change(context, name, 'request-property-became-required-with-default', { to }),
  ];
}

function mutability(context: PairContext, { name, was, is }: Required<Property>): SchemaChange[] {
  const kind = context.after.required.has(name) ? 'required' : 'optional';
  const events: MutabilityEvent[] = [
    ...(was.readOnly === is.readOnly
      ? []
      : [is.readOnly ? ('became-read-only' as const) : ('became-not-read-only' as const)]),
    ...(was.writeOnly === is.writeOnly
      ? []
      : [is.writeOnly ? ('became-write-only' as const) : ('became-not-write-only' as const)]),
  ];
  return events.map((event) => change(context, name, `${context.direction}-${kind}-property-${event}`));
}

function lifecycle(context: PairContext, { name, was, is }: Required<Property>): SchemaChange[] {
  return compareLifecycle(was, is, context.announcedOn).map(({ event, from, to }) =>
    change(context, name, `${context.direction}-property-${event}`, { from, to }),
  );
}
