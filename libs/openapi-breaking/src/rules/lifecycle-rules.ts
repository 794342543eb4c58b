import type { Rule } from './rule';

const OPERATIONS = [
  {
    id: 'endpoint-deprecated',
    level: 'note',
    direction: 'none',
    says: 'is deprecated',
    meaning: 'The operation is on its way out, and no date is given.',
    mirrors: ['endpoint-reactivated'],
  },
  {
    id: 'endpoint-deprecated-with-sunset',
    level: 'note',
    direction: 'none',
    says: 'is deprecated until {to}',
    meaning: 'The operation is on its way out, and `x-sunset` says when it goes.',
    mirrors: ['endpoint-reactivated'],
  },
  {
    id: 'endpoint-reactivated',
    level: 'note',
    direction: 'none',
    says: 'is not deprecated any more',
    meaning: 'The operation is here to stay again.',
    mirrors: [
      'endpoint-deprecated',
      'endpoint-deprecated-with-sunset',
      'api-deprecated-sunset-parse',
      'api-sunset-date-too-small',
    ],
  },
  {
    id: 'api-deprecated-sunset-parse',
    level: 'error',
    direction: 'none',
    says: 'is deprecated, and its sunset date {to} is no date',
    meaning: '`x-sunset` is no date as RFC 3339 writes it.',
    mirrors: ['endpoint-reactivated', 'sunset-date-moved', 'sunset-deleted'],
  },
  {
    id: 'api-sunset-date-too-small',
    level: 'error',
    direction: 'none',
    says: 'is deprecated with a sunset date that has passed: {to}',
    meaning: 'Consumers learn of the deprecation when it is too late to do anything.',
    mirrors: ['endpoint-reactivated'],
  },
  {
    id: 'sunset-deleted',
    level: 'error',
    direction: 'none',
    says: 'is still deprecated, but has no sunset date any more (it was {from})',
    meaning: 'Without a date the operation may go at any time, although consumers were promised one.',
    mirrors: ['sunset-date-moved', 'api-deprecated-sunset-parse'],
  },
  {
    id: 'api-sunset-date-changed-too-small',
    level: 'error',
    direction: 'none',
    says: 'has an earlier sunset date: {to} instead of {from}',
    meaning: 'Consumers have less time than they were promised.',
    mirrors: ['sunset-date-moved'],
  },
  {
    id: 'sunset-date-moved',
    level: 'note',
    direction: 'none',
    says: 'has a sunset date that is later or new: {to}',
    meaning: 'Consumers have more time than they were promised, or are told when their time is over.',
    mirrors: ['api-sunset-date-changed-too-small', 'sunset-deleted', 'api-deprecated-sunset-parse'],
    own: true,
  },
] as const satisfies readonly Rule[];

type Subject = 'request-parameter' | 'request-property' | 'response-property';

const EVENTS = [
  {
    event: 'deprecated',
    level: 'note',
    says: 'is deprecated',
    meaning: 'It is on its way out, and no date is given.',
    mirrors: ['reactivated'],
  },
  {
    event: 'deprecated-with-sunset',
    level: 'note',
    says: 'is deprecated until {to}',
    meaning: 'It is on its way out, and `x-sunset` says when it goes.',
    mirrors: ['reactivated'],
  },
  {
    event: 'reactivated',
    level: 'note',
    says: 'is not deprecated any more',
    meaning: 'It is here to stay again.',
    mirrors: ['deprecated', 'deprecated-with-sunset', 'deprecated-sunset-invalid', 'sunset-date-too-small'],
  },
  {
    event: 'deprecated-sunset-invalid',
    level: 'error',
    says: 'is deprecated, and its sunset date {to} is no date',
    meaning: '`x-sunset` is no date as RFC 3339 writes it.',
    mirrors: ['reactivated', 'sunset-date-moved', 'sunset-deleted'],
  },
  {
    event: 'sunset-date-too-small',
    level: 'error',
    says: 'is deprecated with a sunset date that has passed: {to}',
    meaning: 'Consumers learn of the deprecation when it is too late to do anything.',
    mirrors: ['reactivated'],
  },
  {
    event: 'sunset-deleted',
    level: 'error',
    says: 'is still deprecated, but has no sunset date any more (it was {from})',
    meaning: 'Without a date it may go at any time, although consumers were promised one.',
    mirrors: ['sunset-date-moved', 'deprecated-sunset-invalid'],
  },
  {
    event: 'sunset-date-changed-too-small',
    level: 'error',
    says: 'has an earlier sunset date: {to} instead of {from}',
    meaning: 'Consumers have less time than they were promised.',
    mirrors: ['sunset-date-moved'],
  },
  {
    event: 'sunset-date-moved',
    level: 'note',
    says: 'has a sunset date that is later or new: {to}',
    meaning: 'Consumers have more time than they were promised, or are told when their time is over.',
    mirrors: ['sunset-date-changed-too-small', 'sunset-deleted', 'deprecated-sunset-invalid'],
    own: true,
  },
] as const;

/** What can happen to something that is deprecated or has been. */
export type LifecycleEvent = (typeof EVENTS)[number]['event'];

/** Rules of deprecation: of operations, and of parameters and properties. */
export const LIFECYCLE_RULES: readonly (Rule & {
  readonly id: (typeof OPERATIONS)[number]['id'] | `${Subject}-${LifecycleEvent}`;
})[] = [
  ...OPERATIONS,
  ...(['request-parameter', 'request-property', 'response-property'] as const).flatMap((subject) =>
    EVENTS.map(({ event, mirrors, ...rule }) => ({
      ...rule,
      id: `${subject}-${event}` as const,
      direction: subject === 'response-property' ? ('response' as const) : ('request' as const),
      mirrors: mirrors.map((mirror) => `${subject}-${mirror}`),
    })),
  ),
];
