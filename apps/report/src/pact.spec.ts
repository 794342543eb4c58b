import { join } from 'node:path';
import { expectGolden } from '@fixpoint/testkit';
import { publishedFetch, type Fetch } from './published-fetch';
import { renderSite } from './render-site';
import { HISTORY, json, rowOf, WORKSPACE } from './testing/sample';

const PACT = join(WORKSPACE, 'libs/report-contract/pacts/report-site-report-data.json');

/** What an exchange is about; the site is to make no other ones. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'GET /support-matrix.json 200': 'the support matrix',
  'GET /tools/oven/history.json 200': 'the history of a tool',
  'GET /tools/nobody/history.json 404': 'the history of a tool that there is not',
};

/** A `fetch` that keeps each exchange as an interaction of a pact, version 4. */
function recording(fetch: Fetch, interactions: object[]): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const { method = 'GET', headers } = init ?? {};
    const { pathname, search } = new URL(String(input), 'http://site.invalid');
    const exchange = `${method} ${pathname}${search} ${response.status}`;
    const contentType = response.headers.get('content-type');
    interactions.push({
      type: 'Synchronous/HTTP',
      description: DESCRIPTIONS[exchange] ?? `not described: ${exchange}`,
      request: { method, path: pathname + search, headers: listed(new Headers(headers)) },
      response: {
        status: response.status,
        headers: listed(response.headers),
        body: { contentType, content: await response.clone().json() },
      },
    });
    return response;
  };
}

function listed(headers: Headers): Record<string, string[]> {
  return Object.fromEntries([...headers].map(([name, value]) => [name, value.split(', ')]));
}

describe('the pact of the site', () => {
  it('is what the site asks for, no more and no less', async () => {
    const counts = { missing: 1, unsupported: 0, intentionally_unsupported: 2, wrapper_only: 0 };
    const rows = [
      rowOf('oven'),
      rowOf('nobody', { version: '2.0.0' }),
      rowOf('oven', { target: 'macos', counts }),
    ];
    const files = [
      { path: 'support-matrix.json', text: json({ schema_version: 2, rows }) },
      { path: 'tools/oven/history.json', text: json(HISTORY) },
    ];
    const interactions: object[] = [];
    const site = await renderSite(recording(publishedFetch(files), interactions), (tool) => `libs/${tool}`);
    expect(site.findings.map(({ id, file }) => [id, file])).toEqual([
      ['report/tool-without-history', 'libs/nobody/history.json'],
    ]);
    expectGolden(
      PACT,
      json({
        consumer: { name: 'report-site' },
        provider: { name: 'report-data' },
        interactions,
        metadata: { pactSpecification: { version: '4.0' } },
      }),
    );
  });
});
