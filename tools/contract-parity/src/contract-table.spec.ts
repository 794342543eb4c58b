import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tempDirectory, type TempDirectory } from '@fixpoint/testkit';
import { contractTable } from './contract-table';

jest.setTimeout(120_000);

const SHARED = resolve(__dirname, '../../../../shared/data/contracts');

/** A document with one operation, whose reference may lead nowhere. */
const openapi = (reference = '#/components/schemas/A'): string => `openapi: 3.1.0
info: {title: t, version: '1', license: {name: MIT}}
servers: [{url: 'https://a.example'}]
security: []
paths:
  /a:
    get:
      operationId: getA
      responses:
        '200': {description: d, content: {application/json: {schema: {$ref: '${reference}'}}}}
        '400': {description: d}
components: {schemas: {A: {type: object}}}
`;

/** Puts one pact and one event stream into a directory. */
function fill(
  { write }: TempDirectory,
  { opc, expected }: { opc: readonly object[]; expected: object },
): void {
  write('pact/a/openapi.yaml', openapi());
  const interaction = { request: { method: 'GET', path: '/b' }, response: { status: 200 } };
  const pact = { consumer: { name: 'c' }, provider: { name: 'p' }, interactions: [interaction] };
  write('pact/a/pact.json', JSON.stringify(pact));
  write('pact/a/opc.json', JSON.stringify(opc));
  write('sse/a/transcript.txt', 'event: started\ndata: {}\n\n');
  write('sse/a/expected-whatwg.json', JSON.stringify(expected));
}

const STARTED = { event: 'started', data: '{}' };

/** The lines of the table with their spaces folded. */
const folded = (output: string): string[] =>
  output.split('\n').map((line) => line.trim().replace(/ +/g, ' '));

describe('contractTable', () => {
  const directory = tempDirectory();

  it('says what both found', async () => {
    const opc = [{ code: 'request.path-or-method.unknown', location: '[root].interactions[0].request.path' }];
    fill(directory, { opc, expected: { events: [STARTED], problems: ['no-terminal-event'] } });
    const { exitCode, output } = await contractTable([directory.path]);
    expect(folded(output)).toEqual([
      'document pact/a equal valid',
      'pact a equal 1 of the 1 findings of the comparer',
      'sse a equal 1 events and 1 problems',
      '3 cases: 3 equal, 0 better, 0 worse.',
      '',
    ]);
    expect(exitCode).toBe(0);
  });

  it('fails with what was missed', async () => {
    const opc = [{ code: 'response.status.unknown', location: '[root].interactions[0].response.status' }];
    fill(directory, { opc, expected: { events: [], problems: ['data-not-json'] } });
    const { exitCode, output } = await contractTable([directory.path]);
    expect(output).toContain('missed response.status.unknown [root].interactions[0].response.status');
    expect(output).toContain('more   error provider-verify/unknown-path /interactions/0/request/path');
    expect(output).toContain('missed the events, which are DIFFERENT');
    expect(output).toContain('3 cases: 1 equal, 0 better, 2 worse.');
    expect(exitCode).toBe(1);
  });

  it('fails with every verdict over a document that is another one', async () => {
    const version = (name: string, valid: boolean, text: string): void => {
      directory.write(`openapi/versions/${name}/meta.json`, JSON.stringify({ status: 'parses', valid }));
      directory.write(`openapi/versions/${name}/input/api.yaml`, text);
    };
    version('a', false, openapi('#/components/schemas/B'));
    version('b', false, openapi());
    version('c', true, 'openapi: [');
    const { exitCode, output } = await contractTable([directory.path]);
    const lines = folded(output);
    expect(lines[0]).toBe('document a equal invalid');
    expect(lines[1]).toMatch(/^openapi\/unresolved-ref api\.yaml:10:\d+ \/paths\//);
    expect(lines[2]).toBe('document b worse recorded as invalid, valid here');
    expect(lines[3]).toBe('document c worse recorded as valid, invalid here');
    expect(exitCode).toBe(1);
  });

  it('fails with a pair of which the verdict is another one', async () => {
    const pair = (name: string, verdicts: Readonly<Record<string, string>>, agreed: boolean): void => {
      directory.write(`openapi/pairs/${name}/meta.json`, JSON.stringify({ verdicts, agreed }));
      directory.write(`openapi/pairs/${name}/old.yaml`, openapi());
      directory.write(`openapi/pairs/${name}/new.yaml`, openapi().replace('    get:\n', '    put:\n'));
    };
    pair('a', { x: 'breaking', y: 'breaking' }, true);
    pair('b', { x: 'compatible', y: 'compatible' }, true);
    pair('c', { x: 'breaking', y: 'breaking', z: 'compatible' }, false);
    const { exitCode, output } = await contractTable([directory.path]);
    expect(folded(output).map((line) => line.split(';')[0])).toEqual([
      'breaking a equal all of 2 differs say breaking',
      'breaking b worse all of 2 differs say compatible',
      'breaking c equal 2 of 3 differs say breaking, not z',
      '3 cases: 2 equal, 0 better, 1 worse.',
      '',
    ]);
    expect(exitCode).toBe(1);
  });

  it('fails with metrics and schemas of which something is missed', async () => {
    directory.write(
      'metrics/a/input/metrics.lint.json',
      JSON.stringify({
        required_metrics: [{ name: 'wait_ms', type: 'gauge', labels: ['pool'] }],
        label_cardinality_budget: { pool: 4 },
      }),
    );
    directory.write('metrics/a/input/.specs/metrics/otel-prom.md', '- `wait_ms` (gauge): pool\n');
    directory.write('metrics/a/exposition.prom', '');
    directory.write('metrics/a/promtool.txt', 'wait_ms no such sentence\n');
    const facts = {
      labels_without_budget: [],
      budget_without_label: [],
      duplicate_names: [],
      spec_vs_lint: [],
    };
    directory.write('metrics/a/facts.json', JSON.stringify({ ...facts, series_bound: { wait_ms: 5 } }));
    directory.write('config-schema/a/meta.json', JSON.stringify({ definitions: 3 }));
    directory.write('config-schema/a/config.schema.json', '{"type": "object", "title": "A"}');
    const { exitCode, output } = await contractTable([directory.path]);
    expect(output).toContain('missed wait_ms no such sentence');
    expect(output).toContain('missed wait_ms may have 5 series');
    expect(output).toContain('more   wait_ms may have 4 series');
    expect(output).toMatch(/^schema +a +worse +\d types of 3 definitions/m);
    expect(exitCode).toBe(1);
  });

  it('fails where a folder is there and nothing is in it', async () => {
    expect(await contractTable([directory.path])).toEqual({
      exitCode: 1,
      output: '0 cases: 0 equal, 0 better, 0 worse.\n',
    });
  });

  it('passes with a message where there is nothing', async () => {
    expect(await contractTable(['/nowhere'])).toEqual({
      exitCode: 0,
      output: 'Nothing was compared: the folder of recorded contracts, /nowhere, is not there.\n',
    });
  });

  if (!existsSync(SHARED))
    process.stderr.write(`skipped: the recorded contracts, ${SHARED}, are not there\n`);

  (existsSync(SHARED) ? it : it.skip)(
    'misses nothing in the recorded contracts, which are skipped where they are not',
    async () => {
      const { exitCode, output } = await contractTable([SHARED]);
      expect(output).not.toMatch(/^ +missed|DIFFERENT/m);
      expect(output).toMatch(/ 0 worse\.\n$/);
      expect(exitCode).toBe(0);
    },
  );
});
