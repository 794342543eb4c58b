import type { Interaction } from '@fixpoint/contract-formats';
import type { RuleId } from '../rules/rules';
import { diff, documentOf } from '../testing/documents';
import { interactionOf, type InteractionSketch } from '../testing/interactions';
import { createUseIndex } from './use-index';

type Part = Readonly<Record<string, unknown>>;

const state = (...values: readonly string[]): Part => ({ type: 'string', enum: values });
const body = (schema: Part): Part => ({ content: { 'application/json': { schema } } });
const listOf = (item: Part): Part => ({
  type: 'object',
  properties: { items: { type: 'array', items: { type: 'object', properties: item } } },
});

/** A document with `GET /things/{id}`, `GET /things/latest` and `POST /things`. */
const api = (parts: { parameters?: readonly Part[]; request?: Part; responses?: Part } = {}) =>
  documentOf({
    servers: [{ url: 'https://api.example/v1' }],
    paths: {
      '/things/{id}': { get: { parameters: parts.parameters, responses: parts.responses ?? {} } },
      '/things/latest': { get: { responses: {} } },
      '/things': { post: { ...(parts.request && { requestBody: parts.request }), responses: {} } },
    },
  });

const uses = (
  rule: RuleId,
  [old, now]: readonly [ReturnType<typeof api>, ReturnType<typeof api>],
  sketches: readonly InteractionSketch[],
): number | undefined => {
  const difference = diff(old, now).find((one) => one.rule === rule);
  if (difference === undefined) throw new Error(`${rule} did not fire`);
  const interactions: readonly Interaction[] = sketches.map(interactionOf);
  return createUseIndex(old, interactions)(difference)?.length;
};

const post = (content: unknown): InteractionSketch => ({ method: 'post', path: '/things', body: content });

describe('createUseIndex', () => {
  it('counts who sends a listed value that is gone, and not who sends another one', () => {
    const schema = (...values: readonly string[]) => body(listOf({ state: state(...values) }));
    const documents = [
      api({ request: schema('Draft', 'Active') }),
      api({ request: schema('Active') }),
    ] as const;
    const sent = (value: string) => post({ items: [{ state: 'Active' }, { state: value }] });
    expect(uses('request-property-enum-value-removed', documents, [sent('Active'), post({})])).toBe(0);
    expect(uses('request-property-enum-value-removed', documents, [sent('Draft'), sent('Active')])).toBe(1);
  });

  it('counts who sends null where null is not allowed any more', () => {
    const documents = [
      api({ request: body(listOf({ a: { type: ['string', 'null'] } })) }),
      api({ request: body(listOf({ a: { type: 'string' } })) }),
    ] as const;
    const found = uses('request-property-became-not-nullable', documents, [
      post({ items: [{ a: null }] }),
      post({ items: [{ a: 'x' }] }),
    ]);
    expect(found).toBe(1);
  });

  it('counts who does not send what is required now', () => {
    const required = { ...listOf({}), required: ['items'] };
    const documents = [api({ request: body(listOf({})) }), api({ request: body(required) })] as const;
    const found = uses('request-property-became-required', documents, [
      post({ items: [] }),
      post({}),
      post({}),
    ]);
    expect(found).toBe(2);
  });

  it('tells operations apart as routers do, below the base path of the server or not', () => {
    const documents = [api({ parameters: [{ name: 'q', in: 'query' }] }), api()] as const;
    const query = { q: ['1'] };
    const found = uses('request-parameter-removed', documents, [
      { path: '/things/latest', query },
      { path: '/things/7', query },
      { path: '/v1/things/7', query },
      { path: '/things/7' },
      { path: '/things/7/more', query },
      { method: 'DELETE', path: '/things/7', query },
    ]);
    expect(found).toBe(2);
  });

  it('counts responses by their status and by what they have', () => {
    const responses = (property: Part) => ({
      200: body(listOf(property)),
      '4XX': { headers: { 'X-Why': {} } },
    });
    const old = api({ responses: responses({ a: {} }) });
    const properties = [old, api({ responses: responses({}) })] as const;
    const got = (status: number, responseBody: unknown) => ({ path: '/things/1', status, responseBody });
    expect(
      uses('response-optional-property-removed', properties, [
        got(200, { items: [{ a: 1 }] }),
        got(200, { items: [] }),
        got(404, { items: [{ a: 1 }] }),
      ]),
    ).toBe(1);
    const headers = [old, api({ responses: { ...responses({ a: {} }), '4XX': {} } })] as const;
    expect(
      uses('optional-response-header-removed', headers, [
        { path: '/things/1', status: 404, responseHeaders: { 'x-why': ['so'] } },
        { path: '/things/1', status: 404 },
        { path: '/things/1', status: 500, responseHeaders: { 'X-Why': ['so'] } },
      ]),
    ).toBe(1);
  });

  it('counts who sends a media type that is not accepted any more', () => {
    const types = (...names: readonly string[]) =>
      api({ request: { content: Object.fromEntries(names.map((name) => [name, {}])) } });
    const documents = [types('text/csv', 'application/json'), types('application/json')] as const;
    const sent = (type: string) => ({ ...post('a,b'), headers: { 'Content-Type': [type] } });
    expect(
      uses('request-body-media-type-removed', documents, [
        sent('text/csv; charset=utf-8'),
        sent('application/json'),
      ]),
    ).toBe(1);
  });

  it('says nothing of what is new', () => {
    const added = documentOf({ paths: { '/new': { get: { responses: {} } } } });
    expect(uses('endpoint-added', [api(), added], [{ path: '/new' }])).toBeUndefined();
  });
});
