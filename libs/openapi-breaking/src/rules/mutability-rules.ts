import type { Severity } from '@fixpoint/model';
import type { Rule } from './rule';

const KINDS = ['required', 'optional'] as const;

const EVENTS = [
  {
    event: 'became-read-only',
    back: 'became-not-read-only',
    says: 'is read only now',
    request: ['warning', 'warning', 'What consumers send is ignored or refused.'],
    response: ['note', 'note', 'Responses have it as before.'],
  },
  {
    event: 'became-not-read-only',
    back: 'became-read-only',
    says: 'is not read only any more',
    request: ['error', 'note', 'Requests may have it now, and have to where it is required.'],
    response: ['note', 'note', 'Responses have it as before.'],
  },
  {
    event: 'became-write-only',
    back: 'became-not-write-only',
    says: 'is write only now',
    request: ['note', 'note', 'Requests have it as before.'],
    response: ['error', 'warning', 'Responses do not have it any more.'],
  },
  {
    event: 'became-not-write-only',
    back: 'became-write-only',
    says: 'is not write only any more',
    request: ['note', 'note', 'Requests have it as before.'],
    response: ['note', 'note', 'Responses may have it now.'],
  },
] as const;

/** What can happen to `readOnly` and `writeOnly` of a property. */
export type MutabilityEvent = (typeof EVENTS)[number]['event'];

type MutabilityId = `${'request' | 'response'}-${(typeof KINDS)[number]}-property-${MutabilityEvent}`;

/** Rules of `readOnly` and `writeOnly`. */
export const MUTABILITY_RULES: readonly (Rule & { readonly id: MutabilityId })[] = (
  ['request', 'response'] as const
).flatMap((direction) =>
  EVENTS.flatMap(({ event, back, says, ...levels }) =>
    KINDS.map((kind, index) => ({
      id: `${direction}-${kind}-property-${event}` as const,
      level: levels[direction][index] as Severity,
      direction,
      says,
      meaning: levels[direction][2],
      // The property may have become required or optional as well.
      mirrors: KINDS.map((other) => `${direction}-${other}-property-${back}`),
      ...(event === 'became-not-read-only' && direction === 'request' && { felt: 'operation' as const }),
    })),
  ),
);
