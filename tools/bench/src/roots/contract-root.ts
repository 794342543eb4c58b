import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORKSPACE } from './subject';

/** The file of a document in its root, and where its types go. */
export const DOCUMENT = 'openapi.yaml';
export const TYPES = 'types.ts';

/** Schemas of a document: about as many as a service of a team has. */
const SCHEMAS = 60;
const PROPERTIES = 12;

/** Writes a directory with one document, of which types are made and nothing else, as the generator's own command makes them. */
export function writeContractRoot(directory: string, index: number): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, DOCUMENT), documentText(index));
  const marker = {
    contracts_schema_version: 1,
    documents: { [`api${index}`]: { root: DOCUMENT, types: TYPES } },
  };
  writeFileSync(join(directory, 'CONTRACTS.json'), JSON.stringify(marker, null, 2));
}

/** A document that differs from every other one, so that no cache of values serves two of them. */
function documentText(index: number): string {
  const schemas = Array.from({ length: SCHEMAS }, (_, schema) => schemaText(schema, index)).join('');
  const paths = Array.from({ length: SCHEMAS }, (_, schema) => pathText(schema, index)).join('');
  const head = `openapi: 3.1.0\ninfo:\n  title: Service ${index}\n  version: 1.0.0\nservers:\n  - url: https://api.example\n`;
  return `${head}paths:\n${paths}components:\n  schemas:\n${schemas}`;
}

function schemaText(schema: number, index: number): string {
  const properties = Array.from({ length: PROPERTIES }, (_, property) => {
    const kind =
      property === 0 && schema > 0 ? `$ref: '#/components/schemas/Thing${schema - 1}'` : 'type: string';
    return `        property${property}of${index}:\n          ${kind}\n`;
  });
  return `    Thing${schema}:\n      type: object\n      properties:\n${properties.join('')}`;
}

function pathText(schema: number, index: number): string {
  return `  /things${schema}/{id}:
    get:
      operationId: getThing${schema}of${index}
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type: string
      responses:
        '200':
          description: The thing
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Thing${schema}'
`;
}

/** Installed packages of this repository, by which generators are found from a root elsewhere. */
export const PACKAGES = join(WORKSPACE, 'node_modules');

/** Bytes of a document. */
export function documentBytes(directory: string): number {
  return statSync(join(directory, DOCUMENT)).size;
}
