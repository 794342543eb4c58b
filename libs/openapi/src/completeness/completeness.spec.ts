import type { LoadedModule } from '@fixpoint/model';
import { readDocument, type OpenApiDocument } from '@fixpoint/openapi-document';
import { API, contractPorts, contractsConfig, derived, openapi } from '../testing/test-support';
import { clientFindings } from './client-findings';
import { typesFindings } from './types-findings';

const RESPONSES = '{"200": {description: d}, 4XX: {description: d}, default: {description: d}}';
const TEXT = openapi(
  `{/a: {get: {operationId: getA, responses: ${RESPONSES}}, delete: {responses: ${RESPONSES}}}}`,
  '{A: {type: string}, __proto__: {type: string}, "a b": {type: string}}',
);

function document(): OpenApiDocument {
  const read = readDocument('api', { entry: 'api.yaml', texts: new Map([['api.yaml', TEXT]]) });
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

const summary = (findings: readonly { path?: string; message: string }[]) =>
  findings.map(({ path, message }) => `${path} ${/no .*(?=, so)/.exec(message)?.[0]}`);

describe('completeness', () => {
  const schemas = (...names: string[]) =>
    `export interface components { schemas: { ${names.map((name) => `${name}: string;`).join(' ')} } }`;
  const whole = `${schemas('A', '__proto__', '"a b"')} export interface paths { "/a": { get: operations["getA"]; delete: {}; put?: never } }`;

  it('takes types for what they are, not for what the generator says', () => {
    expect(typesFindings(document(), 'a.ts', whole)).toEqual([]);
    expect(summary(typesFindings(document(), 'a.ts', whole.replace('__proto__', 'proto')))).toEqual([
      '/components/schemas/__proto__ no type of the schema "__proto__"',
    ]);
    expect(summary(typesFindings(document(), 'a.ts', whole.replace('delete: {}', 'delete?: never')))).toEqual(
      ['/paths/~1a/delete no type of DELETE /a'],
    );
    expect(typesFindings(document(), 'a.ts', '')).toHaveLength(5);
    expect(typesFindings(document(), 'a.ts', 'export type = 1')).toMatchObject([
      { id: 'regen-openapi/invalid-typescript', file: 'a.ts' },
    ]);
  });

  it('asks of a client a function for every operation and a result for every status [FP-OAPI-002]', () => {
    const text = (statuses: string) =>
      `export type GetAResult = | Answer<200, undefined, undefined> | ${statuses};
      export function getA(options: ClientOptions): Promise<GetAResult> { return send(options); }`;
    const all = 'Answer<Exclude<StatusRange<4>, 404>, 1, 2> | Answer<Exclude<Status, 200>, 1, 2>';
    expect(summary(clientFindings(document(), 'c.ts', text(all)))).toEqual([
      '/paths/~1a/delete no function for DELETE /a',
    ]);
    expect(
      summary(clientFindings(document(), 'c.ts', text('Answer<StatusRange<5>, 1, 2>'))).slice(0, 2),
    ).toEqual([
      '/paths/~1a/get/responses/4XX no result of GET /a with the status 4XX',
      '/paths/~1a/get/responses/default no result of GET /a with the status default',
    ]);
    expect(clientFindings(document(), 'c.ts', 'export function (')).toMatchObject([
      { id: 'regen-openapi/invalid-typescript' },
    ]);
  });

  it('writes nothing of a document whose generator leaves something out [FP-OAPI-002]', async () => {
    const lying: LoadedModule = {
      version: '7.99.0',
      module: {
        default: async () => [],
        astToString: () => whole.replace('A: string;', ''),
        tsPropertyIndex: () => ({}),
      },
    };
    const ports = contractPorts({ files: { 'api.yaml': TEXT } }, { 'openapi-typescript': lying });
    const { findings, outcome, texts } = await derived(ports, contractsConfig(API));
    expect(findings).toMatchObject([
      { id: 'regen-openapi/incomplete', file: 'api.yaml', position: { line: 4, column: 24 } },
    ]);
    expect([outcome, texts]).toEqual(['drift', {}]);
  });

  it.each<[string, LoadedModule, string]>([
    ['has another interface', { version: '9.0.0', module: {} }, 'regen-openapi/generator-unsupported'],
    [
      'throws',
      {
        version: '7.0.0',
        module: {
          default: () => Promise.reject(new Error('no\nstack')),
          astToString: () => '',
          tsPropertyIndex: () => ({}),
        },
      },
      'regen-openapi/generator-failed',
    ],
  ])('says that a generator %s', async (_name, generator, id) => {
    const ports = contractPorts({ files: { 'api.yaml': TEXT } }, { 'openapi-typescript': generator });
    const { findings, outcome } = await derived(ports, contractsConfig(API));
    expect(findings).toMatchObject([{ id }]);
    expect(outcome).toBe('environment');
  });
});
