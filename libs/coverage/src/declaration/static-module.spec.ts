import fc from 'fast-check';
import { readStaticModule } from './static-module';

function read(text: string, exportName = 'coverage') {
  return readStaticModule({ file: 'src/coverage.ts', text, exportName });
}

function valueOf(text: string, exportName?: string): unknown {
  const result = read(text, exportName);
  if (!result.ok) throw new Error(result.findings.map(({ message }) => message).join('\n'));
  return result.value.value;
}

function reasonsOf(text: string): (readonly [string, number | undefined, number | undefined])[] {
  const { findings } = read(text);
  return findings.map(({ message, position }) => [
    message.replace(/^.*running the module: /, ''),
    position?.line,
    position?.column,
  ]);
}

describe('readStaticModule', () => {
  it.each<[string, string, unknown]>([
    ['literals', `{ a: 'x', 'b-c': -1.5, 3: true, d: null }`, { a: 'x', 'b-c': -1.5, 3: true, d: null }],
    ['undefined properties', `{ a: undefined, b: 1 }`, { b: 1 }],
    ['as const', `[{ level: 'explicit' }] as const`, [{ level: 'explicit' }]],
    ['satisfies', `({ a: [1] } satisfies Shape)`, { a: [1] }],
    ['assertions', `<Shape>({ a: 1 } as Other)!`, { a: 1 }],
    ['templates', '`a ${WORD} ${NUMBER}\\n`', 'a word 4\n'],
    ['concatenation', `'a' + WORD + 'b'`, 'awordb'],
    ['references', `{ a: WORD, LIST }`, { a: 'word', LIST: [1, 2] }],
    ['spreads', `[0, ...LIST, ...[3]]`, [0, 1, 2, 3]],
    ['object spreads', `{ a: 0, ...RECORD, b: 9 }`, { a: 1, b: 9, '--key': 'k' }],
    ['computed keys', `{ [WORD]: 1, ['x' + WORD]: 2 }`, { word: 1, xword: 2 }],
    ['members', `[RECORD.a, RECORD['--key'], LIST[1]]`, [1, 'k', 2]],
    ['a key named __proto__', `{ ['__proto__']: 1 }`, JSON.parse('{"__proto__": 1}')],
  ])('reads %s', (_name, expression, expected) => {
    const text = `
      import type { Shape, Other } from './types';
      export const coverage = ${expression};
      const WORD = 'word';
      const NUMBER = 4;
      export const LIST = [1, 2] as const;
      const RECORD = { a: 1, b: 2, '--key': 'k' };
    `;
    expect(valueOf(text)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['a named export', 'export const coverage = [1];', 'coverage'],
    ['an export list', 'const local = [1]; export { local as coverage };', 'coverage'],
    ['a default export', 'const local = [1]; export default local;', 'default'],
    ['a literal default export', 'export default [1];', 'default'],
    ['an export under a quoted name', 'const local = [1]; export { local as "a-b" };', 'a-b'],
  ])('finds %s', (_name, text, exportName) => {
    expect(valueOf(text, exportName)).toEqual([1]);
  });

  it('says what is not static, with every place at once [FP-SEC-008]', () => {
    const text = `import { OTHER } from './other';
let variable = 1;
const own = own;
export const coverage = {
  a: build(),
  b: OTHER,
  c: variable,
  d: flag ? 1 : 2,
  e() { return 1; },
  f: own,
  g: [...'text'],
  h: \`\${{}}\`,
  i: -variable,
  j: new Set(),
  k: RECORD.nothing,
  l: [, 1],
  m: 1 + 1,
  n: 1 * 2,
  ...[],
  [build()]: 1,
  [1n]: 1,
  o: [...build()],
  p: /x/,
};
const RECORD = {};
`;
    expect(reasonsOf(text)).toEqual([
      ['a function is called', 5, 6],
      ['`OTHER` is imported from "./other"', 6, 6],
      ['`variable` is a variable (`let`), not a constant', 7, 6],
      ['it depends on a condition', 8, 6],
      ['a property is a function', 9, 3],
      ['`own` refers to itself', 3, 13],
      ['something other than a list is spread into a list', 11, 7],
      ['an object stands inside a text', 12, 9],
      ['the operator - is applied', 13, 6],
      ['an object is constructed', 14, 6],
      ['there is no `nothing` in it', 15, 6],
      ['the list has a hole', 16, 6],
      ['something other than texts is added', 17, 6],
      ['the operator * is applied', 18, 6],
      ['something other than an object is spread into an object', 19, 3],
      ['a function is called', 20, 4],
      ['it is not literal data', 21, 4],
      ['a function is called', 22, 10],
      ['it is not literal data', 23, 6],
    ]);
  });

  it('suggests the command source in place of code', () => {
    expect(read('export const coverage = build();').findings[0]).toMatchObject({
      id: 'wrapper-coverage/not-static',
      severity: 'error',
      file: 'src/coverage.ts',
      fix: expect.stringContaining('"source": { "command": [...] }'),
    });
  });

  it('names the nearest export when the wanted one is missing', () => {
    expect(read('export const covrage = {};\nexport function coverage2() {}').findings).toEqual([
      expect.objectContaining({
        id: 'wrapper-coverage/export-missing',
        message: 'src/coverage.ts exports no constant "coverage": did you mean "covrage"?',
        fix: 'set "export": "covrage" in "wrapper.source" of RULES.json',
      }),
    ]);
  });

  it('does not take functions, classes and re-exports for constants', () => {
    const text = `export { coverage } from './other';
export * from './more';
export default function coverage() {}
export class covered {}
export const [destructured] = [1];`;
    expect(read(text).findings).toEqual([
      expect.objectContaining({
        id: 'wrapper-coverage/export-missing',
        actual: '',
        fix: 'add `export const coverage = { schema_version: 1, coverage: [] };` to src/coverage.ts',
      }),
    ]);
  });

  it('says where the syntax is wrong', () => {
    expect(read('export const coverage = {\n  a: ;\n};').findings).toEqual([
      expect.objectContaining({
        id: 'wrapper-coverage/invalid-module',
        message: 'src/coverage.ts is not a TypeScript module: Unexpected token',
        position: { line: 2, column: 6 },
      }),
    ]);
  });

  it('stops at values that grow without bound', () => {
    const doubled = Array.from({ length: 40 }, (_, index) => `const a${index + 1} = [a${index}, a${index}];`);
    const text = `const a0 = [1];\n${doubled.join('\n')}\nexport const coverage = a40;`;
    expect(read(text).findings).toEqual([
      expect.objectContaining({ message: expect.stringContaining('more than 1000000 parts') }),
    ]);
  });

  it('knows where each part stands, through references and spreads', () => {
    const text = `const shared = { level: 'explicit' };
export const coverage = {
  list: [
    { path: ['a'], ...shared },
  ],
};`;
    const result = read(text);
    const positionOf = (pointer: string) => result.ok && result.value.positionOf(pointer);
    expect(positionOf('/list/0')).toEqual({ line: 4, column: 5 });
    expect(positionOf('/list/0/path')).toEqual({ line: 4, column: 7 });
    expect(positionOf('/list/0/path/0')).toEqual({ line: 4, column: 14 });
    expect(positionOf('/list/0/level')).toEqual({ line: 1, column: 18 });
    expect(positionOf('/list/0/missing')).toEqual({ line: 4, column: 5 });
    expect(positionOf('')).toEqual({ line: 2, column: 25 });
  });

  it('reads any JSON document as the module that holds it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const json = JSON.stringify(value);
        // In a literal, a plain `__proto__` key would set the prototype instead of a property.
        fc.pre(!json.includes('__proto__'));
        expect(valueOf(`export const coverage = ${json} as const;`)).toEqual(JSON.parse(json));
      }),
    );
  });
});
