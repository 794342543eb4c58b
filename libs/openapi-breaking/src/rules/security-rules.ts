import type { Rule } from './rule';

const REQUIREMENTS = [
  {
    event: 'added',
    level: 'note',
    says: 'accepts {to} as well',
    meaning: 'There is one more way to authenticate; those that were there still do.',
    mirrors: ['removed'],
  },
  {
    event: 'removed',
    level: 'error',
    says: 'does not accept {from} any more',
    meaning: 'What consumers authenticate with is not enough any more, or is refused.',
    mirrors: ['added'],
  },
  {
    event: 'became-required',
    level: 'error',
    says: 'asks for authentication now: {to}',
    meaning: 'Calls without credentials were accepted and are refused now.',
    mirrors: ['no-longer-required'],
    own: true,
  },
  {
    event: 'no-longer-required',
    level: 'note',
    says: 'can be called without authentication now',
    meaning: 'Calls without credentials were refused and are accepted now.',
    mirrors: ['became-required'],
    own: true,
  },
  {
    event: 'scope-added',
    level: 'error',
    says: 'asks for the scope {to} as well',
    meaning: 'Credentials that were enough lack a scope now.',
    mirrors: ['scope-removed'],
  },
  {
    event: 'scope-removed',
    level: 'note',
    says: 'does not ask for the scope {from} any more',
    meaning: 'Credentials with fewer scopes are enough.',
    mirrors: ['scope-added'],
  },
] as const;

type RequirementId = `api-${'global-' | ''}security-${(typeof REQUIREMENTS)[number]['event']}`;

const COMPONENTS = [
  {
    id: 'api-security-component-added',
    level: 'note',
    direction: 'none',
    says: 'has the security scheme {to} now',
    meaning: 'What it does to operations is said there.',
    mirrors: ['api-security-component-removed'],
  },
  {
    id: 'api-security-component-removed',
    level: 'note',
    direction: 'none',
    says: 'has no security scheme {from} any more',
    meaning: 'What it does to operations is said there.',
    mirrors: ['api-security-component-added'],
  },
  {
    id: 'api-security-component-type-changed',
    level: 'error',
    direction: 'none',
    says: 'has another kind of security scheme: {to} instead of {from}',
    meaning: 'Consumers have to send other credentials, or send them in another way.',
    mirrors: ['api-security-component-type-changed'],
  },
  {
    id: 'api-security-component-oauth-url-changed',
    level: 'warning',
    direction: 'none',
    says: 'has the authorization URL {to} instead of {from}',
    meaning: 'Consumers that have the old URL in their configuration may fail.',
    mirrors: ['api-security-component-oauth-url-changed'],
  },
  {
    id: 'api-security-component-oauth-token-url-changed',
    level: 'warning',
    direction: 'none',
    says: 'has the token URL {to} instead of {from}',
    meaning: 'Consumers that have the old URL in their configuration may fail.',
    mirrors: ['api-security-component-oauth-token-url-changed'],
  },
  {
    id: 'api-security-component-oauth-scope-added',
    level: 'note',
    direction: 'none',
    says: 'has the scope {to} now',
    meaning: 'A flow of a security scheme knows one more scope.',
    mirrors: ['api-security-component-oauth-scope-removed'],
  },
  {
    id: 'api-security-component-oauth-scope-removed',
    level: 'note',
    direction: 'none',
    says: 'has no scope {from} any more',
    meaning:
      'A flow of a security scheme does not know a scope any more. What it does to operations is said there.',
    mirrors: ['api-security-component-oauth-scope-added'],
  },
] as const satisfies readonly Rule[];

/** Rules of what consumers have to authenticate with; `global` ones are about requirements of the whole document. */
export const SECURITY_RULES: readonly (Rule & {
  readonly id: RequirementId | (typeof COMPONENTS)[number]['id'];
})[] = [
  ...(['api-security', 'api-global-security'] as const).flatMap((scope) =>
    REQUIREMENTS.map(({ event, mirrors, ...rule }) => ({
      ...rule,
      id: `${scope}-${event}` as const,
      direction: 'none' as const,
      // A requirement may move from the document to the operation and back.
      mirrors: mirrors.flatMap((mirror) => [`api-security-${mirror}`, `api-global-security-${mirror}`]),
    })),
  ),
  ...COMPONENTS,
];
