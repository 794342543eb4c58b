import { CONDITION_KEYWORDS } from '../rules/structure-aspects';
import { aspectChange, type PairContext, type SchemaChange } from './schema-change';

/** Keys that an object takes, conditions and discriminators. */
export function compareStructure(context: PairContext): SchemaChange[] {
  const { before, after } = context;
  return [
    ...(before.isClosed === after.isClosed
      ? []
      : [
          aspectChange(
            context,
            after.isClosed ? 'additional-properties-closed' : 'additional-properties-opened',
            { keyword: 'additionalProperties' },
          ),
        ]),
    ...comparePatternKeys(context),
    ...compareDependentRequired(context),
    ...compareConditions(context),
    ...compareDiscriminator(context),
  ];
}

function comparePatternKeys(context: PairContext): SchemaChange[] {
  const [was, is] = [context.before.patternProperties, context.after.patternProperties];
  const keyword = 'patternProperties';
  return [
    ...[...was.keys()]
      .filter((pattern) => !is.has(pattern))
      .map((from) => aspectChange(context, 'pattern-property-removed', { from, keyword })),
    ...[...is.keys()]
      .filter((pattern) => !was.has(pattern))
      .map((to) => aspectChange(context, 'pattern-property-added', { to, keyword })),
  ];
}

function compareDependentRequired(context: PairContext): SchemaChange[] {
  const [was, is] = [context.before.dependentRequired, context.after.dependentRequired];
  const keyword = 'dependentRequired';
  const lacks = (names: readonly string[] | undefined, name: string): boolean => !names?.includes(name);
  return [
    ...[...was]
      .filter(([key, names]) => names.some((name) => lacks(is.get(key), name)))
      .map(([from]) => aspectChange(context, 'dependent-required-removed', { from, keyword })),
    ...[...is]
      .filter(([key, names]) => names.some((name) => lacks(was.get(key), name)))
      .map(([to]) => aspectChange(context, 'dependent-required-added', { to, keyword })),
  ];
}

function compareConditions(context: PairContext): SchemaChange[] {
  return CONDITION_KEYWORDS.flatMap(({ keyword, name }) => {
    const [was, is] = [context.before.conditions.get(name), context.after.conditions.get(name)];
    if (was === is) return [];
    const event = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [aspectChange(context, `${name}-${event}`, { keyword })];
  });
}

function compareDiscriminator(context: PairContext): SchemaChange[] {
  const [was, is] = [context.before.discriminator, context.after.discriminator];
  const keyword = 'discriminator';
  if (was === undefined && is === undefined) return [];
  if (was === undefined || is === undefined) {
    const aspect = was === undefined ? 'discriminator-added' : 'discriminator-removed';
    return [aspectChange(context, aspect, { from: was?.propertyName, to: is?.propertyName, keyword })];
  }
  const renamed =
    was.propertyName === is.propertyName
      ? []
      : [
          aspectChange(context, 'discriminator-property-name-changed', {
            from: was.propertyName,
            to: is.propertyName,
            keyword,
          }),
        ];
  return [...renamed, ...compareMapping(context, was.mapping, is.mapping)];
}

function compareMapping(
  context: PairContext,
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): SchemaChange[] {
  const keyword = 'discriminator';
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [from, to] = [was.get(name), is.get(name)];
    if (from === to) return [];
    if (from === undefined)
      return [aspectChange(context, 'discriminator-mapping-added', { to: name, keyword })];
    if (to === undefined) {
      return [aspectChange(context, 'discriminator-mapping-deleted', { from: name, keyword })];
    }
    return [aspectChange(context, 'discriminator-mapping-changed', { from, to, keyword })];
  });
}
