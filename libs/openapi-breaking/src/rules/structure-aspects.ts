import type { Aspect } from './aspect';

const OBJECTS = [
  {
    aspect: 'additional-properties-closed',
    effect: 'narrows',
    says: 'takes no keys any more that it does not name',
    meaning: '`additionalProperties` or `unevaluatedProperties` is false now.',
    mirrors: ['additional-properties-opened'],
    own: true,
  },
  {
    aspect: 'additional-properties-opened',
    effect: 'widens',
    says: 'takes keys now that it does not name',
    meaning: '`additionalProperties` or `unevaluatedProperties` was false.',
    mirrors: ['additional-properties-closed'],
    // Consumers have to ignore keys that they do not know, as they have to when a property is added.
    levels: { response: 'note' },
    own: true,
  },
  {
    aspect: 'pattern-property-added',
    effect: 'narrows',
    says: 'has rules for keys that match {to} now',
    meaning: 'Keys of a pattern may have only some values.',
    mirrors: ['pattern-property-removed'],
  },
  {
    aspect: 'pattern-property-removed',
    effect: 'widens',
    says: 'has no rules for keys that match {from} any more',
    meaning: 'Keys of a pattern may have any value.',
    mirrors: ['pattern-property-added'],
  },
  {
    aspect: 'dependent-required-added',
    effect: 'narrows',
    says: 'needs more properties where {to} is there',
    meaning: '`dependentRequired` names more properties.',
    mirrors: ['dependent-required-removed'],
  },
  {
    aspect: 'dependent-required-removed',
    effect: 'widens',
    says: 'needs fewer properties where {from} is there',
    meaning: '`dependentRequired` names fewer properties.',
    mirrors: ['dependent-required-added'],
  },
] as const satisfies readonly Aspect[];

const STRUCTURE = [
  {
    aspect: 'one-of-added',
    effect: 'widens',
    says: 'may be {to} as well',
    meaning: 'One more alternative of `oneOf`.',
    mirrors: ['one-of-removed', 'any-of-removed'],
  },
  {
    aspect: 'one-of-removed',
    effect: 'narrows',
    says: 'may not be {from} any more',
    meaning: 'One alternative of `oneOf` less.',
    mirrors: ['one-of-added', 'any-of-added'],
  },
  {
    aspect: 'any-of-added',
    effect: 'widens',
    says: 'may be {to} as well',
    meaning: 'One more alternative of `anyOf`.',
    mirrors: ['any-of-removed', 'one-of-removed'],
  },
  {
    aspect: 'any-of-removed',
    effect: 'narrows',
    says: 'may not be {from} any more',
    meaning: 'One alternative of `anyOf` less.',
    mirrors: ['any-of-added', 'one-of-added'],
  },
  {
    aspect: 'choice-added',
    effect: 'unknown',
    says: 'has to be one of some alternatives as well',
    meaning:
      'A schema with properties of its own has `oneOf` or `anyOf` now; whether that allows less cannot be told.',
    mirrors: ['choice-removed'],
    own: true,
  },
  {
    aspect: 'choice-removed',
    effect: 'unknown',
    says: 'does not have to be one of some alternatives any more',
    meaning:
      'A schema with properties of its own had `oneOf` or `anyOf`; whether it allows more now cannot be told.',
    mirrors: ['choice-added'],
    own: true,
  },
  {
    aspect: 'discriminator-added',
    effect: 'none',
    says: 'is told apart by {to} now',
    meaning: 'A discriminator is new.',
    mirrors: ['discriminator-removed'],
  },
  {
    aspect: 'discriminator-removed',
    effect: 'none',
    says: 'is not told apart by {from} any more',
    meaning: 'The discriminator is gone.',
    mirrors: ['discriminator-added'],
  },
  {
    aspect: 'discriminator-property-name-changed',
    effect: 'unknown',
    says: 'is told apart by {to} instead of {from}',
    meaning: 'Consumers that tell alternatives apart by the old property may take one for another.',
    mirrors: ['discriminator-property-name-changed'],
  },
  {
    aspect: 'discriminator-mapping-added',
    effect: 'none',
    says: 'knows {to} as a name of an alternative',
    meaning: 'The discriminator has one more name.',
    mirrors: ['discriminator-mapping-deleted'],
  },
  {
    aspect: 'discriminator-mapping-deleted',
    effect: 'unknown',
    says: 'does not know {from} as a name of an alternative any more',
    meaning: 'The discriminator has one name less.',
    mirrors: ['discriminator-mapping-added'],
  },
  {
    aspect: 'discriminator-mapping-changed',
    effect: 'unknown',
    says: 'means {to} by a name that meant {from}',
    meaning: 'A name of the discriminator stands for another alternative.',
    mirrors: ['discriminator-mapping-changed'],
  },
] as const satisfies readonly Aspect[];

/** Keywords whose schemas are compared as texts: which of two allows more cannot be told. */
const CONDITIONS = [
  { keyword: 'not', name: 'not' },
  { keyword: 'if', name: 'if' },
  { keyword: 'then', name: 'then' },
  { keyword: 'else', name: 'else' },
  { keyword: 'contains', name: 'contains' },
  { keyword: 'propertyNames', name: 'property-names' },
  { keyword: 'dependentSchemas', name: 'dependent-schema' },
  { keyword: 'unevaluatedItems', name: 'unevaluated-items' },
  { keyword: 'contentSchema', name: 'content-schema' },
] as const;

type ConditionName = (typeof CONDITIONS)[number]['name'];

/** Those keywords with their names in the rules. */
export const CONDITION_KEYWORDS: readonly { readonly keyword: string; readonly name: ConditionName }[] =
  CONDITIONS;

const UNKNOWN = { added: 'unknown', removed: 'unknown' } as const;
const CONSTRAINING = { added: 'narrows', removed: 'widens' } as const;

const CONDITION_ASPECTS = CONDITIONS.flatMap(({ keyword, name }) => {
  const effects = keyword === 'then' || keyword === 'else' || keyword === 'if' ? UNKNOWN : CONSTRAINING;
  return [
    {
      aspect: `${name}-added` as const,
      effect: effects.added,
      says: `has \`${keyword}\` now`,
      meaning: `\`${keyword}\` is new.`,
      mirrors: [`${name}-removed`],
    },
    {
      aspect: `${name}-removed` as const,
      effect: effects.removed,
      says: `has no \`${keyword}\` any more`,
      meaning: `\`${keyword}\` is gone.`,
      mirrors: [`${name}-added`],
    },
    {
      aspect: `${name}-changed` as const,
      effect: 'unknown' as const,
      says: `has another \`${keyword}\``,
      meaning: `The schema of \`${keyword}\` is another one, and which of the two allows more cannot be told.`,
      mirrors: [`${name}-changed`],
      own: true as const,
    },
  ];
});

/** What can happen to the parts of a schema: keys of objects, alternatives, conditions. */
export const STRUCTURE_ASPECTS = [...OBJECTS, ...STRUCTURE, ...CONDITION_ASPECTS] as const;
