import ts from 'typescript';
import { nameRecursiveSchemas } from './recursive-schemas';

const fileOf = (schemas: string) => `export interface components {\n    schemas: {\n${schemas}    };\n}\n`;
const ref = (name: string) => `components["schemas"]["${name}"]`;

/** The codes of what the compiler says. */
function errorsOf(text: string): number[] {
  const options = { strict: true, noEmit: true, types: [], lib: ['lib.es5.d.ts'] };
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) => (name === 'a.ts' ? source : read(name, version));
  const program = ts.createProgram(['a.ts'], options, host);
  return program.getSemanticDiagnostics(source).map(({ code }) => code);
}

describe('nameRecursiveSchemas', () => {
  it.each([
    ['a list of itself', `        A: ${ref('A')}[];\n`],
    ['a union with a list of itself', `        A: string | ${ref('A')}[];\n`],
    [
      'a list of another one that is a list of the first',
      `        A: ${ref('B')}[];\n        B: null | ${ref('A')}[];\n`,
    ],
    ['a tuple with itself', `        A: [string, ${ref('A')}?];\n`],
    ['names that are no identifiers', `        "a-b": ${ref('a-b')}[];\n        "a.b": ${ref('a.b')}[];\n`],
  ])('makes %s compile', (_what, schemas) => {
    const text = fileOf(schemas);
    expect(errorsOf(text)).toContain(2502);
    expect(errorsOf(nameRecursiveSchemas(text))).toEqual([]);
  });

  it.each([
    [
      'recurs in an object',
      `        A: {\n            next?: ${ref('A')};\n            all: ${ref('A')}[];\n        };\n`,
    ],
    ['does not recur', `        A: ${ref('B')}[];\n        B: string;\n`],
    ['is itself without any list', `        A: string | ${ref('B')};\n        B: null | ${ref('A')};\n`],
    ['is not TypeScript', '        A: ((;\n'],
  ])('leaves alone what %s', (_what, schemas) => {
    expect(nameRecursiveSchemas(fileOf(schemas))).toBe(fileOf(schemas));
  });

  it('keeps the names that are there already', () => {
    const text = `${fileOf(`        A: ${ref('A')}[];\n`)}export type RecursiveA = 1;\n`;
    expect(nameRecursiveSchemas(text)).toContain('export type RecursiveA_2 = RecursiveA_2[];');
  });
});
