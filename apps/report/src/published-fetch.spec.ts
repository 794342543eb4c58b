import { getHistory, getSupportMatrix } from '@fixpoint/report-client';
import { publishedFetch } from './published-fetch';
import { HISTORY, json, rowOf } from './testing/sample';

const matrix = { schema_version: 2, rows: [rowOf('oven')] };
const fetch = publishedFetch([
  { path: 'support-matrix.json', text: json(matrix) },
  { path: 'tools/oven/history.json', text: json(HISTORY) },
]);
const options = { baseUrl: '', fetch };

describe('publishedFetch', () => {
  it('gives published files to the client', async () => {
    expect(await getSupportMatrix(options)).toMatchObject({ status: 200, body: matrix });
    expect(await getHistory(options, { path: { tool: 'oven' } })).toMatchObject({
      status: 200,
      body: HISTORY,
    });
  });

  it.each(['nobody', 'constructor', '../oven'])('gives the 404 of the contract for %s', async (tool) => {
    expect(await getHistory(options, { path: { tool } })).toMatchObject({
      status: 404,
      contentType: 'application/json',
      body: { message: `no tool is named ${encodeURIComponent(tool)}` },
    });
  });

  it('takes what fetch takes', async () => {
    const address = 'https://example.org/support-matrix.json?fresh#top';
    for (const input of [address, new URL(address), new Request(address)])
      expect((await fetch(input)).status).toBe(200);
    const absent = await fetch('/index.html');
    expect([absent.status, await absent.json()]).toEqual([404, { message: 'there is no /index.html' }]);
  });
});
