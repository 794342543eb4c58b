import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { documentOf, operationOf } from './documents';

type Part = Readonly<Record<string, unknown>>;
type Documents = readonly [OpenApiDocument, OpenApiDocument];

/** Documents between which a rule fires, and documents that look like them between which it does not. */
export interface RuleCase {
  readonly fires: Documents;
  readonly near: Documents;
}

const both = (old: Part, now: Part): Documents => [operationOf(old), operationOf(now)];
const PLAIN: Part = {};
const EARLIER = '2026-01-01';
const LATER = '2027-01-01';

/** An operation, a parameter or a property in one of the stages of its life. */
const deprecated = (sunset?: string): Part => ({
  deprecated: true,
  ...(sunset !== undefined && { 'x-sunset': sunset }),
});

const gone = (stage: Part, isPathLeft: boolean): Documents => {
  const responses = { 200: { description: 'Done' } };
  const rest = isPathLeft ? { '/things': { get: { responses } } } : {};
  return [
    documentOf({ paths: { '/things': { post: { responses, ...stage }, ...rest['/things'] } } }),
    documentOf({ paths: rest }),
  ];
};

const OPERATIONS: Record<string, RuleCase> = {
  'endpoint-added': {
    fires: [documentOf({ paths: {} }), operationOf(PLAIN)],
    near: [
      documentOf({ paths: { '/things/{key}': { post: { responses: {} } } } }),
      documentOf({ paths: { '/things/{id}': { post: { responses: {} } } } }),
    ],
  },
  'api-removed-without-deprecation': { fires: gone(PLAIN, true), near: gone(deprecated(), true) },
  'api-removed-with-deprecation': { fires: gone(deprecated(EARLIER), true), near: gone(PLAIN, true) },
  'api-removed-before-sunset': {
    fires: gone(deprecated(LATER), true),
    near: gone(deprecated('2026-06-15'), true),
  },
  'api-path-removed-without-deprecation': { fires: gone(PLAIN, false), near: gone(PLAIN, true) },
  'api-path-removed-with-deprecation': {
    fires: gone(deprecated(), false),
    near: gone(deprecated(LATER), false),
  },
  'api-path-removed-before-sunset': {
    fires: gone(deprecated(`${LATER}T00:00:00Z`), false),
    near: gone(deprecated(EARLIER), false),
  },
  'api-path-sunset-parse': {
    fires: gone(deprecated('next year'), false),
    near: gone(deprecated(EARLIER), false),
  },
  'api-operation-id-removed': {
    fires: both({ operationId: 'make' }, { operationId: 'create' }),
    near: both({ operationId: 'make' }, { operationId: 'make' }),
  },
  'api-operation-id-added': {
    fires: both(PLAIN, { operationId: 'create' }),
    near: both({ operationId: 'make' }, PLAIN),
  },
  'api-tag-removed': {
    fires: both({ tags: ['a'] }, PLAIN),
    near: both({ tags: ['a', 'b'] }, { tags: ['b', 'a'] }),
  },
  'api-tag-added': { fires: both(PLAIN, { tags: ['a'] }), near: both({ tags: ['a'] }, PLAIN) },
};

const served = (...urls: readonly string[]): OpenApiDocument =>
  operationOf(PLAIN, { servers: urls.map((url) => ({ url })) });
const webhook = { hook: { post: { responses: {} } } };

const DOCUMENT: Record<string, RuleCase> = {
  'base-path-changed': {
    fires: [served('https://a.example/v1'), served('https://a.example/v2')],
    near: [served('https://a.example/v1'), served('https://b.example/v1/')],
  },
  'server-removed': {
    fires: [served('https://a.example', 'https://b.example'), served('https://a.example')],
    near: [
      served('https://a.example', 'https://b.example'),
      served('https://b.example', 'https://a.example'),
    ],
  },
  'server-added': {
    fires: [served('https://a.example'), served('https://a.example', 'https://b.example')],
    near: [operationOf(PLAIN), served('/')],
  },
  'webhook-added': {
    fires: [operationOf(PLAIN), operationOf(PLAIN, { webhooks: webhook })],
    near: [operationOf(PLAIN, { webhooks: webhook }), operationOf(PLAIN, { webhooks: webhook })],
  },
  'webhook-removed': {
    fires: [operationOf(PLAIN, { webhooks: webhook }), operationOf(PLAIN)],
    near: [operationOf(PLAIN), operationOf(PLAIN, { webhooks: webhook })],
  },
};

type Stage = (stage: Part) => OpenApiDocument;

/** The eight things that can happen to a stage of life, for what has one. */
function lifecycle(names: Readonly<Record<LifecycleName, string>>, at: Stage): Record<string, RuleCase> {
  const documents = (old: Part, now: Part): Documents => [at(old), at(now)];
  return {
    [names.deprecated]: {
      fires: documents(PLAIN, deprecated()),
      near: documents(PLAIN, deprecated(LATER)),
    },
    [names.withSunset]: {
      fires: documents(PLAIN, deprecated(LATER)),
      near: documents(PLAIN, deprecated(EARLIER)),
    },
    [names.reactivated]: {
      fires: documents(deprecated(), PLAIN),
      near: documents(PLAIN, { deprecated: false }),
    },
    [names.invalid]: {
      fires: documents(PLAIN, deprecated('2026-02-30')),
      near: documents(PLAIN, deprecated('2028-02-29')),
    },
    [names.tooSmall]: {
      fires: documents(PLAIN, deprecated('2026-06-14')),
      near: documents(PLAIN, deprecated('2026-06-15')),
    },
    [names.deleted]: {
      fires: documents(deprecated(LATER), deprecated()),
      near: documents(deprecated(LATER), PLAIN),
    },
    [names.earlier]: {
      fires: documents(deprecated('2027-01-02'), deprecated(LATER)),
      near: documents(deprecated(LATER), deprecated(`${LATER}T12:00:00Z`)),
    },
    [names.moved]: {
      fires: documents(deprecated(LATER), deprecated('2027-01-02')),
      near: documents(deprecated('2027-01-02'), deprecated(LATER)),
    },
  };
}

type LifecycleName =
  | 'deprecated'
  | 'withSunset'
  | 'reactivated'
  | 'invalid'
  | 'tooSmall'
  | 'deleted'
  | 'earlier'
  | 'moved';

const partNames = (subject: string): Record<LifecycleName, string> => ({
  deprecated: `${subject}-deprecated`,
  withSunset: `${subject}-deprecated-with-sunset`,
  reactivated: `${subject}-reactivated`,
  invalid: `${subject}-deprecated-sunset-invalid`,
  tooSmall: `${subject}-sunset-date-too-small`,
  deleted: `${subject}-sunset-deleted`,
  earlier: `${subject}-sunset-date-changed-too-small`,
  moved: `${subject}-sunset-date-moved`,
});

const bodyOf = (property: Part): Part => ({
  content: { 'application/json': { schema: { type: 'object', properties: { p: property } } } },
});

const LIFECYCLES: Record<string, RuleCase> = {
  ...lifecycle(
    {
      deprecated: 'endpoint-deprecated',
      withSunset: 'endpoint-deprecated-with-sunset',
      reactivated: 'endpoint-reactivated',
      invalid: 'api-deprecated-sunset-parse',
      tooSmall: 'api-sunset-date-too-small',
      deleted: 'sunset-deleted',
      earlier: 'api-sunset-date-changed-too-small',
      moved: 'sunset-date-moved',
    },
    operationOf,
  ),
  ...lifecycle(partNames('request-parameter'), (stage) =>
    operationOf({ parameters: [{ name: 'p', in: 'query', ...stage }] }),
  ),
  ...lifecycle(partNames('request-property'), (stage) => operationOf({ requestBody: bodyOf(stage) })),
  ...lifecycle(partNames('response-property'), (stage) =>
    operationOf({ responses: { 200: { description: 'Done', ...bodyOf(stage) } } }),
  ),
};

/** Cases of the interface as a whole. */
export const INTERFACE_CASES: Readonly<Record<string, RuleCase>> = {
  ...OPERATIONS,
  ...DOCUMENT,
  ...LIFECYCLES,
};
