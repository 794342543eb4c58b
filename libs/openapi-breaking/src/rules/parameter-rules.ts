import type { Rule } from './rule';

const CAME = [
  'new-required-request-parameter',
  'new-optional-request-parameter',
  'new-request-path-parameter',
];
const WENT = [
  'request-parameter-removed',
  'request-parameter-removed-with-deprecation',
  'request-parameter-removed-before-sunset',
  'request-parameter-sunset-parse',
];

/** Rules of parameters as a whole; what changes inside of their schemas has the rules of schemas. */
export const PARAMETER_RULES = [
  {
    id: 'new-required-request-parameter',
    level: 'error',
    direction: 'request',
    says: 'was added and is required',
    meaning: 'Calls that do not have the parameter are refused.',
    mirrors: WENT,
    felt: 'operation',
  },
  {
    id: 'new-optional-request-parameter',
    level: 'note',
    direction: 'request',
    says: 'was added',
    meaning: 'Calls may have one more parameter.',
    mirrors: WENT,
  },
  {
    id: 'new-request-path-parameter',
    level: 'error',
    direction: 'request',
    says: 'was added to the path',
    meaning: 'A part of the path is declared that was not declared before.',
    mirrors: WENT,
    felt: 'operation',
  },
  {
    id: 'request-parameter-removed',
    level: 'warning',
    direction: 'request',
    says: 'was removed',
    meaning: 'What consumers pass is ignored or refused, depending on the provider.',
    mirrors: CAME,
  },
  {
    id: 'request-parameter-removed-with-deprecation',
    level: 'note',
    direction: 'request',
    says: 'was removed after it had been deprecated',
    meaning: 'A deprecated parameter is gone, after its sunset date if it had one.',
    mirrors: CAME,
  },
  {
    id: 'request-parameter-removed-before-sunset',
    level: 'error',
    direction: 'request',
    says: 'was removed before its sunset date {from}',
    meaning:
      'A deprecated parameter is gone although consumers were promised that it stays until a later date.',
    mirrors: CAME,
  },
  {
    id: 'request-parameter-sunset-parse',
    level: 'error',
    direction: 'request',
    says: 'was removed, and its sunset date {from} is no date',
    meaning: 'A deprecated parameter is gone, and nobody can tell whether its sunset date has passed.',
    mirrors: CAME,
  },
  {
    id: 'request-parameter-became-required',
    level: 'error',
    direction: 'request',
    says: 'is required now',
    meaning: 'Calls that do not have the parameter are refused.',
    mirrors: ['request-parameter-became-optional'],
    felt: 'operation',
  },
  {
    id: 'request-parameter-became-optional',
    level: 'note',
    direction: 'request',
    says: 'is not required any more',
    meaning: 'Calls without the parameter are accepted as well.',
    mirrors: ['request-parameter-became-required'],
  },
  {
    id: 'request-parameter-location-changed',
    level: 'error',
    direction: 'request',
    says: 'is expected at another place: {to} instead of {from}',
    meaning:
      'A parameter of the same name was in the path, the query, a header or a cookie and is in another of them now.',
    mirrors: ['request-parameter-location-changed'],
    own: true,
  },
  {
    id: 'request-parameter-style-changed',
    level: 'error',
    direction: 'request',
    says: 'is written in another style: {to} instead of {from}',
    meaning:
      'Lists and objects are written differently (`style`), or as a document of a media type (`content`).',
    mirrors: ['request-parameter-style-changed'],
    own: true,
  },
  {
    id: 'request-parameter-explode-changed',
    level: 'error',
    direction: 'request',
    says: 'has another `explode`: {to} instead of {from}',
    meaning: 'The parts of a list or an object are separate parameters now, or are so no longer.',
    mirrors: ['request-parameter-explode-changed'],
    own: true,
  },
] as const satisfies readonly Rule[];
