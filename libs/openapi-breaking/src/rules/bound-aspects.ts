import type { Aspect } from './aspect';
import type { Effect } from './rule';

const BOUNDS = [
  { bound: 'min', keyword: 'minimum', unit: 'the least value', side: 'lower' },
  { bound: 'max', keyword: 'maximum', unit: 'the greatest value', side: 'upper' },
  {
    bound: 'exclusive-min',
    keyword: 'exclusiveMinimum',
    unit: 'the limit that values exceed',
    side: 'lower',
  },
  {
    bound: 'exclusive-max',
    keyword: 'exclusiveMaximum',
    unit: 'the limit that values stay below',
    side: 'upper',
  },
  { bound: 'min-length', keyword: 'minLength', unit: 'the least length', side: 'lower' },
  { bound: 'max-length', keyword: 'maxLength', unit: 'the greatest length', side: 'upper' },
  { bound: 'min-items', keyword: 'minItems', unit: 'the least number of items', side: 'lower' },
  { bound: 'max-items', keyword: 'maxItems', unit: 'the greatest number of items', side: 'upper' },
  {
    bound: 'min-properties',
    keyword: 'minProperties',
    unit: 'the least number of properties',
    side: 'lower',
  },
  {
    bound: 'max-properties',
    keyword: 'maxProperties',
    unit: 'the greatest number of properties',
    side: 'upper',
  },
] as const;

const EVENTS = [
  { event: 'set', back: 'unset', narrowsOn: ['lower', 'upper'], says: 'is {to} now where there was none' },
  { event: 'unset', back: 'set', narrowsOn: [], says: 'is gone, which was {from}' },
  { event: 'increased', back: 'decreased', narrowsOn: ['lower'], says: 'is {to} instead of {from}' },
  { event: 'decreased', back: 'increased', narrowsOn: ['upper'], says: 'is {to} instead of {from}' },
] as const;

/** A bound of a schema, in the words of the rules. */
export type BoundName = (typeof BOUNDS)[number]['bound'];
type BoundEvent = (typeof EVENTS)[number]['event'];

/** The keyword of each bound, and the side on which it limits values. */
export const BOUND_KEYWORDS: ReadonlyMap<BoundName, { keyword: string; side: 'lower' | 'upper' }> = new Map(
  BOUNDS.map(({ bound, keyword, side }) => [bound, { keyword, side }]),
);

const MEANINGS: Readonly<Record<BoundEvent, string>> = {
  set: 'limits what was not limited',
  unset: 'is gone',
  increased: 'is greater',
  decreased: 'is less',
};

/** What can happen to bounds. Whether values may equal a bound counts as part of it: `minimum` may become `exclusiveMinimum`. */
export const BOUND_ASPECTS: readonly (Aspect & { readonly aspect: `${BoundName}-${BoundEvent}` })[] =
  BOUNDS.flatMap(({ bound, keyword, unit, side }) =>
    EVENTS.map(({ event, back, narrowsOn, says }) => ({
      aspect: `${bound}-${event}` as const,
      effect: ((narrowsOn as readonly string[]).includes(side) ? 'narrows' : 'widens') satisfies Effect,
      says: `has another limit: ${unit} ${says}`,
      meaning: `\`${keyword}\` ${MEANINGS[event]}.`,
      mirrors: mirrorsOf(bound, back),
    })),
  );

function mirrorsOf(bound: BoundName, back: BoundEvent): string[] {
  const plain = bound.replace('exclusive-', '');
  const same = plain === 'min' || plain === 'max' ? [plain, `exclusive-${plain}`] : [bound];
  return same.map((name) => `${name}-${back}`);
}
