import { isWithin } from './flat-types';
import type { FlatSchema } from './flat-schema';
import { aspectChange, type PairContext, type SchemaChange } from './schema-change';
import type { AspectName } from '../rules/schema-aspects';

/** Formats whose values are values of a wider one. */
const WIDER: Readonly<Record<string, string>> = { int32: 'int64', float: 'double' };

const WIDEST: Readonly<Record<string, string>> = { integer: 'int64', number: 'double' };

/** Types, formats and null. */
export function compareTypes(context: PairContext): SchemaChange[] {
  const { before, after } = context;
  const aspect = typeAspect(before, after, context.isText);
  return [
    ...(aspect === undefined
      ? []
      : [
          aspectChange(context, aspect, {
            from: describeType(before),
            to: describeType(after),
            keyword: sameTypes(before, after) ? 'format' : 'type',
          }),
        ]),
    ...compareNull(context),
  ];
}

/** Whether null may come or go, unless that was compared where the choice is of which this is an alternative. */
export function compareNull(context: PairContext): SchemaChange[] {
  const [was, is] = [context.before.nullable, context.after.nullable];
  if (context.isNullKnown || was === is || was === undefined || is === undefined) return [];
  return [
    is
      ? aspectChange(context, 'became-nullable', { keyword: 'nullable' })
      : aspectChange(context, 'became-not-nullable', { keyword: 'nullable', value: null }),
  ];
}

function typeAspect(before: FlatSchema, after: FlatSchema, isText: boolean): AspectName | undefined {
  const isWider = covers(after.types, before.types, isText);
  const isNarrower = covers(before.types, after.types, isText);
  if (isWider && isNarrower) return formatAspect(formatOf(before), formatOf(after));
  const isList = before.types && after.types && Math.max(before.types.length, after.types.length) > 1;
  if (isWider) return isList ? 'list-of-types-widened' : 'type-generalized';
  if (isNarrower) return isList ? 'list-of-types-narrowed' : 'type-specialized';
  return 'type-changed';
}

/** A number without a format may be as great as one of the widest format. */
function formatOf({ types, format }: FlatSchema): string | undefined {
  return format ?? (types?.length === 1 ? WIDEST[types[0] as string] : undefined);
}

function formatAspect(from: string | undefined, to: string | undefined): AspectName | undefined {
  if (from === to) return undefined;
  if (to === undefined || (from !== undefined && WIDER[from] === to)) return 'type-generalized';
  if (from === undefined || WIDER[to] === from) return 'type-specialized';
  return 'type-changed';
}

function covers(
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
  isText: boolean,
): boolean {
  if (wide === undefined) return true;
  if (narrow === undefined) return false;
  return narrow.every((type) =>
    wide.some((other) => isWithin(type, other) || (isText && other === 'string' && isScalar(type))),
  );
}

function isScalar(type: string): boolean {
  return type !== 'object' && type !== 'array';
}

function sameTypes(before: FlatSchema, after: FlatSchema): boolean {
  return before.types?.join() === after.types?.join();
}

/** A type in words. */
export function describeType({ types, format }: Pick<FlatSchema, 'types' | 'format'>): string {
  const name = types === undefined ? 'anything' : types.length === 0 ? 'nothing' : types.join(' or ');
  return format === undefined ? name : `${name} (${format})`;
}
