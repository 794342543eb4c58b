import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { documentOf, operationOf } from './documents';
import type { RuleCase } from './rule-cases';

type Part = Readonly<Record<string, unknown>>;
type Documents = readonly [OpenApiDocument, OpenApiDocument];

const both = (old: Part, now: Part): Documents => [operationOf(old), operationOf(now)];
const back = ([old, now]: Documents): Documents => [now, old];

const query = (...parameters: readonly Part[]): Part => ({
  parameters: parameters.map((parameter) => ({ name: 'q', in: 'query', ...parameter })),
});
const list = { schema: { type: 'array' } };
const declared = (...names: readonly string[]): OpenApiDocument =>
  documentOf({
    paths: {
      '/things/{a}/{b}': {
        get: {
          parameters: names.map((name) => ({ name, in: 'path', required: true })),
          responses: {},
        },
      },
    },
  });

const PARAMETERS: Record<string, RuleCase> = {
  'new-required-request-parameter': {
    fires: both({}, query({ required: true })),
    near: both({}, query({})),
  },
  'new-optional-request-parameter': {
    fires: both({}, query({})),
    near: both({}, { parameters: [{ name: 'Accept', in: 'header' }] }),
  },
  'new-request-path-parameter': {
    fires: [declared('a'), declared('a', 'b')],
    near: [declared('a'), declared('a')],
  },
  'request-parameter-removed': { fires: both(query({}), {}), near: both(query({ deprecated: true }), {}) },
  'request-parameter-removed-with-deprecation': {
    fires: both(query({ deprecated: true }), {}),
    near: both(query({}), {}),
  },
  'request-parameter-removed-before-sunset': {
    fires: both(query({ deprecated: true, 'x-sunset': '2027-01-01' }), {}),
    near: both(query({ deprecated: true, 'x-sunset': '2026-01-01' }), {}),
  },
  'request-parameter-sunset-parse': {
    fires: both(query({ deprecated: true, 'x-sunset': 'soon' }), {}),
    near: both(query({ deprecated: true }), {}),
  },
  'request-parameter-became-required': {
    fires: both(query({}), query({ required: true })),
    near: both(query({ required: true }), query({ required: true })),
  },
  'request-parameter-became-optional': {
    fires: both(query({ required: true }), query({})),
    near: both(query({}), query({ required: false })),
  },
  'request-parameter-location-changed': {
    fires: both(query({}), query({ in: 'header' })),
    near: both(query({ in: 'header', name: 'X-Q' }), query({ in: 'header', name: 'x-q' })),
  },
  'request-parameter-style-changed': {
    fires: both(query(list), query({ ...list, style: 'pipeDelimited' })),
    near: both(query(list), query({ ...list, style: 'form' })),
  },
  'request-parameter-explode-changed': {
    fires: both(query(list), query({ ...list, explode: false })),
    near: both(query(list), query({ ...list, explode: true })),
  },
};

const body = (...types: readonly string[]): Part => ({
  requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }])) },
});
const needed = { requestBody: { required: true, content: {} } };
const optional = { requestBody: { content: {} } };

const REQUEST_BODIES: Record<string, RuleCase> = {
  'request-body-added-required': { fires: both({}, needed), near: both({}, optional) },
  'request-body-added-optional': { fires: both({}, optional), near: both(optional, optional) },
  'request-body-removed': { fires: both(needed, {}), near: both(needed, optional) },
  'request-body-became-required': { fires: both(optional, needed), near: both({}, needed) },
  'request-body-became-optional': { fires: both(needed, optional), near: both(needed, {}) },
  'request-body-media-type-added': {
    fires: both(body('application/json'), body('application/json', 'text/csv')),
    near: both(body('application/*'), body('application/*', 'application/json')),
  },
  'request-body-media-type-removed': {
    fires: both(body('application/json', 'text/csv'), body('application/json')),
    near: both(body('application/json', 'text/csv'), body('*/*')),
  },
};

const responses = (statuses: Part): Part => ({ responses: statuses });
const ok = (part: Part = {}): Part => responses({ 200: { description: 'Done', ...part } });
const contentOf = (...types: readonly string[]): Part => ({
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'object' } }])),
});
const header = (part?: Part): Part => ok({ headers: part === undefined ? {} : { 'X-Count': part } });

const RESPONSES: Record<string, RuleCase> = {
  'response-success-status-added': {
    fires: both(responses({ 200: {} }), responses({ 200: {}, 202: {} })),
    near: both(responses({ '2XX': {} }), responses({ '2XX': {}, 202: {} })),
  },
  'response-success-status-removed': {
    fires: both(responses({ 200: {}, 202: {} }), responses({ 200: {}, default: {} })),
    near: both(responses({ 200: {}, 202: {} }), responses({ 200: {}, '2xx': {} })),
  },
  'response-non-success-status-added': {
    fires: both(responses({ 200: {} }), responses({ 200: {}, 404: {} })),
    near: both(responses({ default: {} }), responses({ default: {}, 404: {} })),
  },
  'response-non-success-status-removed': {
    fires: both(responses({ 200: {}, 404: {} }), responses({ 200: {} })),
    near: both(responses({ 200: {}, 404: {} }), responses({ 200: {}, '4XX': {} })),
  },
  'response-media-type-added': {
    fires: both(ok(), ok(contentOf('application/json'))),
    near: both(ok(contentOf('application/json')), ok(contentOf('application/json; charset=utf-8'))),
  },
  'response-media-type-removed': {
    fires: both(ok(contentOf('application/json', 'text/csv')), ok(contentOf('text/csv'))),
    near: both(ok(contentOf('application/json; charset=utf-8')), ok(contentOf('Application/JSON'))),
  },
  'response-header-added': {
    fires: both(header(), header({})),
    near: both(ok({ headers: {} }), ok({ headers: { 'Content-Type': {} } })),
  },
  'required-response-header-removed': {
    fires: both(header({ required: true }), header()),
    near: both(header({}), header()),
  },
  'optional-response-header-removed': {
    fires: both(header({}), header()),
    near: both(ok({ headers: { 'X-Count': {} } }), ok({ headers: { 'x-count': {} } })),
  },
  'response-header-became-optional': {
    fires: both(header({ required: true }), header({})),
    near: both(header({}), header({ required: true })),
  },
  'response-header-became-required': {
    fires: both(header({}), header({ required: true })),
    near: both(header(), header({ required: true })),
  },
};

/** A schema of a media type comes, or goes, on one of both sides of an exchange. */
function schemaCases(): Record<string, RuleCase> {
  const sides: readonly (readonly [string, (media: Part) => Part])[] = [
    ['request-body', (media) => ({ requestBody: { content: { 'application/json': media } } })],
    ['response-body', (media) => ok({ content: { 'application/json': media } })],
  ];
  return Object.fromEntries(
    sides.flatMap(([side, at]) =>
      [
        ['schema', 'schema'],
        ['itemSchema', 'item-schema'],
      ].flatMap(([keyword, name]) => {
        const fires = both(at({}), at({ [keyword as string]: { type: 'object' } }));
        const near = both(at({ [keyword as string]: {} }), at({ [keyword as string]: { type: 'object' } }));
        return [
          [`${side}-media-type-${name}-added`, { fires, near }],
          [`${side}-media-type-${name}-removed`, { fires: back(fires), near: back(near) }],
        ];
      }),
    ),
  ) as Record<string, RuleCase>;
}

/** Cases of parameters, bodies, statuses and headers. */
export const MESSAGE_CASES: Readonly<Record<string, RuleCase>> = {
  ...PARAMETERS,
  ...REQUEST_BODIES,
  ...RESPONSES,
  ...schemaCases(),
};
