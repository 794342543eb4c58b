import type { E2eWorkspace } from './e2e-workspace';

/** A contract, the project with the client that is generated from it, and a project that uses the client. */
export const CONTRACT = 'libs/shop-contract/openapi.yaml';
export const CLIENT_PROJECT = 'libs/shop-client';
export const TYPES = `${CLIENT_PROJECT}/src/shop.types.ts`;
export const CLIENT = `${CLIENT_PROJECT}/src/shop.client.ts`;
export const MANIFEST = `${CLIENT_PROJECT}/contracts.generated.json`;

/** Another contract with its own types, which has nothing to do with the first one. */
export const OTHER_PROJECT = 'libs/stock';
export const OTHER = `${OTHER_PROJECT}/openapi.yaml`;
export const OTHER_TYPES = `${OTHER_PROJECT}/stock.types.ts`;

const REDOCLY = `apis:
  shop:
    root: ../shop-contract/openapi.yaml
    x-openapi-ts:
      output: src/shop.types.ts
    x-fixpoint:
      client: src/shop.client.ts
x-fixpoint:
  pacts:
    files: [../shop-contract/pacts/*.json]
`;

const SHOP = `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
servers:
  - url: https://shop.example
paths:
  /items:
    get:
      operationId: listItems
      responses:
        '200':
          description: All of them
          content:
            application/json:
              schema:
                type: array
                items:
                  $ref: '#/components/schemas/Item'
  /items/{id}:
    delete:
      operationId: deleteItem
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type: string
      responses:
        '204':
          description: Gone
components:
  schemas:
    Item:
      type: object
      required: [name]
      properties:
        name:
          type: string
`;

const PACT = {
  consumer: { name: 'window' },
  provider: { name: 'shop' },
  interactions: [
    {
      description: 'the items',
      request: { method: 'GET', path: '/items' },
      response: {
        status: 200,
        headers: { 'Content-Type': 'application/json' },
        body: [{ name: 'bread' }],
      },
    },
    {
      description: 'an item that goes',
      request: { method: 'DELETE', path: '/items/1' },
      response: { status: 204 },
    },
  ],
  metadata: { pactSpecification: { version: '2.0.0' } },
};

const CONSUMER = `import { listItems } from '../../../libs/shop-client/src/shop.client';

export async function names(): Promise<string[]> {
  const answer = await listItems({ baseUrl: 'https://shop.example' });
  return answer.status === 200 ? answer.body.map(({ name }) => name) : [];
}
`;

const STOCK = `openapi: 3.0.3
info:
  title: Stock
  version: 1.0.0
paths:
  /amount:
    get:
      operationId: getAmount
      responses:
        '200':
          description: How many there are
`;

/** Strict, and of nothing but the files that are generated and the one that uses them. */
const COMPILER = {
  compilerOptions: {
    ...{
      strict: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      types: [],
      lib: ['es2022', 'dom', 'dom.iterable'],
    },
    ...{ target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
  },
  files: ['apps/window/src/names.ts', 'libs/shop-client/src/shop.client.ts', 'libs/stock/stock.types.ts'],
};

/** Writes what users of contracts write by hand. */
export function writeShop({ write, read }: E2eWorkspace): void {
  const json = (path: string, value: unknown): void => write(path, `${JSON.stringify(value, null, 2)}\n`);
  // Imports draw edges without a further plugin of Nx.
  const nxJson = JSON.parse(read('nx.json')) as object;
  json('nx.json', { ...nxJson, pluginsConfig: { '@nx/js': { analyzeSourceFiles: true } } });
  json('tsconfig.base.json', { compilerOptions: {} });
  json('tsconfig.json', COMPILER);
  json('libs/shop-contract/project.json', { name: 'shop-contract', targets: {} });
  write(CONTRACT, SHOP);
  json('libs/shop-contract/pacts/window.json', PACT);
  json(`${CLIENT_PROJECT}/project.json`, { name: 'shop-client', targets: {} });
  write(`${CLIENT_PROJECT}/redocly.yaml`, REDOCLY);
  json('apps/window/project.json', { name: 'window', targets: {} });
  write('apps/window/src/names.ts', CONSUMER);
  json(`${OTHER_PROJECT}/project.json`, { name: 'stock', targets: {} });
  const stock = { root: 'openapi.yaml', types: 'stock.types.ts' };
  json(`${OTHER_PROJECT}/CONTRACTS.json`, { contracts_schema_version: 1, documents: { stock } });
  write(OTHER, STOCK);
}
