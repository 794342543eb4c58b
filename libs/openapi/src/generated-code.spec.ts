import {
  createProgram,
  flattenDiagnosticMessageText,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
} from 'typescript';
import { tempDirectory } from '@fixpoint/testkit';
import { API, contractPorts, contractsConfig, derived, openapi } from './testing/test-support';

// Compilers and generators are loaded, which takes its time on a busy machine.
jest.setTimeout(120_000);

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'class',
  'größe',
  '日本',
  'a b',
  '1x',
  '*/x',
  'paths',
  'send',
  '"',
];
const KEYS = NAMES.map((name) => JSON.stringify(name));

describe('generated code', () => {
  const directory = tempDirectory();

  /** What the strictest of compilers has to say of it, with a file that uses it. */
  const problems = async (files: Record<string, string>, use: string) => {
    const { texts, findings } = await derived(contractPorts({ files }), contractsConfig(API));
    expect(findings).toEqual([]);
    const paths = Object.entries({ ...texts, 'gen/use.ts': use })
      .filter(([path]) => path.endsWith('.ts'))
      .map(([path, text]) => directory.write(path, text));
    directory.write('package.json', '{"type": "module"}');
    const program = createProgram(paths, {
      ...{
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        noUnusedLocals: true,
      },
      ...{
        noUnusedParameters: true,
        noImplicitOverride: true,
        noImplicitReturns: true,
        verbatimModuleSyntax: true,
      },
      ...{ noPropertyAccessFromIndexSignature: true, isolatedModules: true, noEmit: true, types: [] },
      ...{ target: ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
      ...{ module: ModuleKind.NodeNext, moduleResolution: ModuleResolutionKind.NodeNext },
    });
    return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].map(
      ({ file, start = 0, messageText }) =>
        `${file?.fileName.split('/').at(-1)}:${file?.getLineAndCharacterOfPosition(start).line} ${flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  };

  it('is TypeScript whatever the names are, and says what the document says', async () => {
    const schema = (name: string) =>
      `${name}: {type: object, required: [${KEYS.join()}], properties: {${KEYS.map((key) => `${key}: {type: string}`).join()}}}`;
    const operation = (key: string, index: number) =>
      `/p${index}: {get: {operationId: ${key}, parameters: [{name: ${key}, in: query, schema: {type: integer}}],
        responses: {"200": {description: d, content: {application/json: {schema: {$ref: ${reference(key)}}}}}, 4XX: {description: d}}}}`;
    const text = openapi(`{${KEYS.map(operation).join()}}`, `{${KEYS.map(schema).join()}}`);
    const use = `
      import { class_, größe, constructor, type ClientOptions } from "./client.js";
      export async function use(options: ClientOptions) {
        const result = await class_(options, { query: { class: 1 } });
        if (result.status === 200) return result.body.constructor satisfies string;
        const status: 404 | 400 = 404;
        return result.status === status ? result.body satisfies undefined : (await constructor(options)).status;
      }
      // @ts-expect-error -- the parameter is a number
      export const wrong = (options: ClientOptions) => größe(options, { query: { größe: "1" } });
    `;
    expect(await problems({ 'api.yaml': text }, use)).toEqual([]);
  });

  it('has references to other files, what may be null, and events with their types', async () => {
    const files = {
      'api.yaml': `openapi: 3.0.3
info: {title: t, version: "1"}
paths:
  /pets/{id}: {$ref: parts/pets.yaml#/pet}
components:
  schemas:
    Pet: {$ref: parts/pets.yaml#/Pet}
`,
      'parts/pets.yaml': `pet:
  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
  post:
    operationId: feed
    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/Pet'}}, text/plain: {schema: {type: string}}}}
    responses:
      200:
        description: d
        content:
          text/event-stream:
            schema: {type: string}
            x-sse-events: {bite: {$ref: 'food.yaml#/Food'}, end: {type: object, required: [n], properties: {n: {type: integer}}}}
      404: {description: d, content: {application/json: {schema: {$ref: food.yaml#/Food}}}}
      default: {description: d, content: {application/octet-stream: {}}}
Pet: {type: object, required: [name], properties: {name: {type: string, nullable: true}, next: {$ref: '#/Pet'}}}
`,
      'parts/food.yaml': 'Food: {type: object, required: [grams], properties: {grams: {type: number}}}\n',
    };
    const use = `
      import { feed, type ClientOptions } from "./client.js";
      export async function use(options: ClientOptions): Promise<number | string | undefined> {
        const name: string | null = null;
        const result = await feed(options, {
          path: { id: "1" }, contentType: "application/json", body: { name, next: { name: "x" } },
          signal: new AbortController().signal,
        });
        if (result.status === 404) return result.body.grams satisfies number;
        if (result.status !== 200) return result.body satisfies Blob ? result.status : "";
        for await (const event of result.body) {
          if (event.event === "bite") return event.data.grams satisfies number;
          return event.data.n satisfies number;
        }
        return undefined;
      }
      // @ts-expect-error -- a path parameter is missing
      export const wrong = (options: ClientOptions) => feed(options, { path: {}, contentType: "text/plain", body: "" });
    `;
    expect(await problems(files, use)).toEqual([]);
  });

  it('is there for a document that has nothing to call', async () => {
    expect(
      await problems({ 'api.yaml': openapi('{}') }, 'export type { paths } from "./client.js";'),
    ).toEqual([]);
  });
});

function reference(key: string): string {
  const name = (JSON.parse(key) as string).replaceAll('/', '~1');
  return JSON.stringify(`#/components/schemas/${encodeURIComponent(name)}`);
}
