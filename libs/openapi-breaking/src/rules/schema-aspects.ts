import type { Severity } from '@fixpoint/model';
import type { Aspect } from './aspect';
import { BOUND_ASPECTS } from './bound-aspects';
import { levelOf, type Rule } from './rule';
import { STRUCTURE_ASPECTS } from './structure-aspects';
import { VALUE_ASPECTS } from './value-aspects';

const ASPECTS = [...VALUE_ASPECTS, ...BOUND_ASPECTS, ...STRUCTURE_ASPECTS] as const;

/** One thing that can happen to a schema. */
export type AspectName = (typeof ASPECTS)[number]['aspect'];

/** What can happen to a schema, wherever it stands. */
export const SCHEMA_ASPECTS: readonly (Aspect & { readonly aspect: AspectName })[] = ASPECTS;

/** Where schemas stand. What is read only says nothing of requests, and what is write only nothing of responses. */
export const SUBJECTS = [
  { subject: 'request-body', direction: 'request' },
  { subject: 'request-property', direction: 'request' },
  { subject: 'request-read-only-property', direction: 'request', isSilent: true },
  { subject: 'request-parameter', direction: 'request' },
  { subject: 'request-parameter-property', direction: 'request' },
  { subject: 'response-body', direction: 'response' },
  { subject: 'response-property', direction: 'response' },
  { subject: 'response-write-only-property', direction: 'response', isSilent: true },
  { subject: 'response-header', direction: 'response' },
  { subject: 'response-header-property', direction: 'response' },
] as const;

/** A place of schemas, in the words of the rules. */
export type Subject = (typeof SUBJECTS)[number]['subject'];

/** Each thing that can happen to a schema, at each place. */
export const SCHEMA_RULES: readonly (Rule & { readonly id: `${Subject}-${AspectName}` })[] = SUBJECTS.flatMap(
  (place) =>
    SCHEMA_ASPECTS.map(({ aspect, effect, levels, mirrors, ...rule }) => ({
      ...rule,
      id: `${place.subject}-${aspect}` as const,
      direction: place.direction,
      level: 'isSilent' in place ? ('note' as Severity) : aspectLevel({ effect, levels }, place.direction),
      mirrors: mirrors.map((mirror) => `${place.subject}-${mirror}`),
    })),
);

/** How much an aspect weighs in one direction. */
export function aspectLevel(
  { effect, levels }: Pick<Aspect, 'effect' | 'levels'>,
  direction: 'request' | 'response',
): Severity {
  return levels?.[direction] ?? levelOf(effect, direction);
}
