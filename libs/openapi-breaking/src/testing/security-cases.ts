import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { operationOf } from './documents';
import type { RuleCase } from './rule-cases';

type Part = Readonly<Record<string, unknown>>;
type Requirements = readonly Readonly<Record<string, readonly string[]>>[] | undefined;

const SCHEMES = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  basic: { type: 'http', scheme: 'basic' },
  oauth: {
    type: 'oauth2',
    flows: {
      authorizationCode: {
        authorizationUrl: 'https://a.example/authorize',
        tokenUrl: 'https://a.example/token',
        scopes: { read: 'Read', write: 'Write' },
      },
    },
  },
};

/** The same requirements at the document, or at the operation. */
const PLACES: Readonly<Record<string, (security: Requirements) => OpenApiDocument>> = {
  'api-global-security': (security) =>
    operationOf({}, { security, components: { securitySchemes: SCHEMES } }),
  'api-security': (security) => operationOf({ security }, { components: { securitySchemes: SCHEMES } }),
};

function requirements(scope: string): Record<string, RuleCase> {
  const at = PLACES[scope] as (security: Requirements) => OpenApiDocument;
  const pair = (old: Requirements, now: Requirements) => [at(old), at(now)] as const;
  const [key, basic] = [{ key: [] }, { basic: [] }];
  return {
    [`${scope}-added`]: {
      fires: pair([key], [key, basic]),
      near: pair([key], [key, { key: [], basic: [] }]),
    },
    [`${scope}-removed`]: { fires: pair([key, basic], [key]), near: pair([{ key: [], basic: [] }], [key]) },
    [`${scope}-became-required`]: { fires: pair([], [key]), near: pair([], [{}, key]) },
    [`${scope}-no-longer-required`]: { fires: pair([key], [{}]), near: pair([{}], []) },
    [`${scope}-scope-added`]: {
      fires: pair([{ oauth: ['read'] }], [{ oauth: ['read', 'write'] }]),
      near: pair([{ oauth: ['read', 'write'] }], [{ oauth: ['write', 'read'] }]),
    },
    [`${scope}-scope-removed`]: {
      fires: pair([{ oauth: ['read', 'write'] }], [{ oauth: ['read'] }]),
      near: pair([{ oauth: ['read'] }], [{ oauth: ['read', 'write'] }]),
    },
  };
}

/** A document whose one scheme is asked for. */
const scheme = (used: Part, unused: Part = {}): OpenApiDocument =>
  operationOf(
    { security: Object.keys(used).map((name) => ({ [name]: [] })) },
    { components: { securitySchemes: { ...used, ...unused } } },
  );
const flow = (changed: Part): Part => ({
  oauth: {
    ...SCHEMES.oauth,
    flows: { authorizationCode: { ...SCHEMES.oauth.flows.authorizationCode, ...changed } },
  },
});
const { key, basic } = SCHEMES;

const COMPONENTS: Record<string, RuleCase> = {
  'api-security-component-added': {
    fires: [scheme({ key }), scheme({ key, basic })],
    near: [scheme({ key }), scheme({ key }, { basic })],
  },
  'api-security-component-removed': {
    fires: [scheme({ key, basic }), scheme({ key })],
    near: [scheme({ key }, { basic }), scheme({ key })],
  },
  'api-security-component-type-changed': {
    fires: [scheme({ key }), scheme({ key: { ...key, in: 'query' } })],
    near: [
      scheme({ key: basic }),
      scheme({ key: { type: 'http', scheme: 'Basic', description: 'As ever' } }),
    ],
  },
  'api-security-component-oauth-url-changed': {
    fires: [scheme(flow({})), scheme(flow({ authorizationUrl: 'https://b.example/authorize' }))],
    near: [scheme(flow({})), scheme(flow({ tokenUrl: 'https://b.example/token' }))],
  },
  'api-security-component-oauth-token-url-changed': {
    fires: [scheme(flow({})), scheme(flow({ tokenUrl: 'https://b.example/token' }))],
    near: [scheme(flow({})), scheme(flow({ authorizationUrl: 'https://b.example/authorize' }))],
  },
  'api-security-component-oauth-scope-added': {
    fires: [scheme(flow({ scopes: {} })), scheme(flow({}))],
    near: [scheme(flow({})), scheme(flow({ scopes: { read: 'Others', write: 'Words' } }))],
  },
  'api-security-component-oauth-scope-removed': {
    fires: [scheme(flow({})), scheme(flow({ scopes: { read: 'Read' } }))],
    near: [scheme(flow({ scopes: {} })), scheme(flow({}))],
  },
};

/** Cases of what consumers authenticate with. */
export const SECURITY_CASES: Readonly<Record<string, RuleCase>> = {
  ...requirements('api-security'),
  ...requirements('api-global-security'),
  ...COMPONENTS,
};
