import type { Rule } from './rule';

const NEW_IN_REQUESTS = [
  'new-required-request-property',
  'new-required-request-property-with-default',
  'new-optional-request-property',
];
const GONE_FROM_REQUESTS = [
  'request-property-removed',
  'request-read-only-property-removed',
  'request-property-removed-from-closed-object',
];

const REQUEST = [
  {
    id: 'new-required-request-property',
    level: 'error',
    direction: 'request',
    says: 'was added and is required',
    meaning: 'Requests without the property are refused.',
    mirrors: GONE_FROM_REQUESTS,
    felt: 'operation',
  },
  {
    id: 'new-required-request-property-with-default',
    level: 'error',
    direction: 'request',
    says: 'was added and is required, with the default {to}',
    meaning: 'A default does not make a request valid that leaves the required property out.',
    mirrors: GONE_FROM_REQUESTS,
    felt: 'operation',
  },
  {
    id: 'new-optional-request-property',
    level: 'note',
    direction: 'request',
    says: 'was added',
    meaning: 'Requests may have one more property.',
    mirrors: GONE_FROM_REQUESTS,
  },
  {
    id: 'request-property-removed',
    level: 'warning',
    direction: 'request',
    says: 'was removed',
    meaning:
      'The object takes keys that it does not name, so that what consumers send is ignored or refused.',
    mirrors: NEW_IN_REQUESTS,
  },
  {
    id: 'request-property-removed-from-closed-object',
    level: 'error',
    direction: 'request',
    says: 'was removed, and the object takes no other keys',
    meaning: '`additionalProperties: false` refuses the property now.',
    mirrors: NEW_IN_REQUESTS,
    own: true,
  },
  {
    id: 'request-read-only-property-removed',
    level: 'note',
    direction: 'request',
    says: 'was removed, which is read only',
    meaning: 'Requests had no use for it.',
    mirrors: NEW_IN_REQUESTS,
    own: true,
  },
  {
    id: 'request-property-became-required',
    level: 'error',
    direction: 'request',
    says: 'is required now',
    meaning: 'Requests without the property are refused.',
    mirrors: ['request-property-became-optional'],
    felt: 'operation',
  },
  {
    id: 'request-property-became-required-with-default',
    level: 'error',
    direction: 'request',
    says: 'is required now, with the default {to}',
    meaning: 'A default does not make a request valid that leaves the required property out.',
    mirrors: ['request-property-became-optional'],
    felt: 'operation',
  },
  {
    id: 'request-property-became-optional',
    level: 'note',
    direction: 'request',
    says: 'is not required any more',
    meaning: 'Requests without the property are accepted as well.',
    mirrors: ['request-property-became-required', 'request-property-became-required-with-default'],
  },
] as const satisfies readonly Rule[];

const NEW_IN_RESPONSES = [
  'response-required-property-added',
  'response-optional-property-added',
  'response-required-write-only-property-added',
  'response-optional-write-only-property-added',
];
const GONE_FROM_RESPONSES = [
  'response-required-property-removed',
  'response-optional-property-removed',
  'response-required-write-only-property-removed',
  'response-optional-write-only-property-removed',
];

const RESPONSE = [
  {
    id: 'response-required-property-added',
    level: 'note',
    direction: 'response',
    says: 'was added and is always there',
    meaning: 'Responses say more; consumers have to ignore keys that they do not know.',
    mirrors: GONE_FROM_RESPONSES,
  },
  {
    id: 'response-optional-property-added',
    level: 'note',
    direction: 'response',
    says: 'was added',
    meaning: 'Responses may say more; consumers have to ignore keys that they do not know.',
    mirrors: GONE_FROM_RESPONSES,
  },
  {
    id: 'response-required-write-only-property-added',
    level: 'note',
    direction: 'response',
    says: 'was added, required and write only',
    meaning: 'Responses never have it.',
    mirrors: GONE_FROM_RESPONSES,
  },
  {
    id: 'response-optional-write-only-property-added',
    level: 'note',
    direction: 'response',
    says: 'was added, which is write only',
    meaning: 'Responses never have it.',
    mirrors: GONE_FROM_RESPONSES,
  },
  {
    id: 'response-required-property-removed',
    level: 'error',
    direction: 'response',
    says: 'was removed',
    meaning: 'Consumers may rely on a property that is always there.',
    mirrors: NEW_IN_RESPONSES,
  },
  {
    id: 'response-optional-property-removed',
    level: 'warning',
    direction: 'response',
    says: 'was removed',
    meaning: 'Consumers had to expect that the property is missing, but may lack what it said.',
    mirrors: NEW_IN_RESPONSES,
  },
  {
    id: 'response-required-write-only-property-removed',
    level: 'note',
    direction: 'response',
    says: 'was removed, which is write only',
    meaning: 'Responses never had it.',
    mirrors: NEW_IN_RESPONSES,
  },
  {
    id: 'response-optional-write-only-property-removed',
    level: 'note',
    direction: 'response',
    says: 'was removed, which is write only',
    meaning: 'Responses never had it.',
    mirrors: NEW_IN_RESPONSES,
  },
  {
    id: 'response-property-became-optional',
    level: 'error',
    direction: 'response',
    says: 'is not always there any more',
    meaning: 'Consumers may rely on a property that is always there.',
    mirrors: ['response-property-became-required'],
  },
  {
    id: 'response-property-became-required',
    level: 'note',
    direction: 'response',
    says: 'is always there now',
    meaning: 'Consumers may rely on the property.',
    mirrors: ['response-property-became-optional'],
  },
  {
    id: 'response-write-only-property-became-optional',
    level: 'note',
    direction: 'response',
    says: 'is not required any more, which is write only',
    meaning: 'Responses never have it.',
    mirrors: ['response-write-only-property-became-required'],
  },
  {
    id: 'response-write-only-property-became-required',
    level: 'note',
    direction: 'response',
    says: 'is required now, which is write only',
    meaning: 'Responses never have it.',
    mirrors: ['response-write-only-property-became-optional'],
  },
] as const satisfies readonly Rule[];

/** Rules of properties that come, go, become required or optional. */
export const PROPERTY_RULES = [...REQUEST, ...RESPONSE] as const;
