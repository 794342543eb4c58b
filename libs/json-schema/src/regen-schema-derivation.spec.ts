import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';
import { regen, schemasRoot, told } from './test-support';

jest.setTimeout(300_000);

/** What this repository has installed, for generators that are looked up from a temporary directory. */
const NODE_MODULES = join(__dirname, '../../../node_modules');

const ZOD = `import { z } from 'zod';
import { level } from './parts/level.js';
import { names } from '@alias/names';
console.log('noise of the code itself');
export enum Kind { A = 'a', B = 'b' }
const tree: z.ZodType<unknown> = z.lazy(() => z.object({ children: z.array(tree) }));
export const settings = z
  .object({
    name: z.string().min(1).describe('What it is called.'),
    level: level.default('low'),
    kind: z.enum(Kind).optional(),
    names,
    open: z.looseObject({ a: z.number() }),
    both: z.object({ x: z.string() }).and(z.object({ y: z.string() })),
    tree: tree.optional(),
    __proto: z.record(z.string(), z.int32()).optional(),
  })
  .describe('Settings.');
export const when = z.object({ at: z.date() });
export default settings;
export const port = 80;
`;
const SOURCES = {
  'src/settings.ts': ZOD,
  'src/parts/level.ts': "import { z } from 'zod';\nexport const level = z.enum(['low', 'high']);\n",
  'lib/names.ts': "import { z } from 'zod';\nexport const names = z.array(z.string());\n",
  'tsconfig.json':
    '{"compilerOptions": {"module": "nodenext", "strict": true, "paths": {"@alias/*": ["./lib/*"]}}}',
};

const textOf = (artifacts: readonly { path: string; text: string }[], path: string) =>
  artifacts.find((artifact) => artifact.path === path)?.text ?? '';

describe('schemas of zod', () => {
  const directory = tempDirectory();
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) directory.write(path, text);
  };
  const zod = (name: string, file = 'src/settings.ts') => ({ kind: 'zod' as const, file, name });
  beforeEach(() => symlinkSync(NODE_MODULES, join(directory.path, 'node_modules'), 'dir'));

  it('are closed, described, in one order, and the same from everywhere [FP-DET-002, FP-SCH-001]', async () => {
    write({ ...SOURCES, 'ok.yaml': 'name: x\nnames: []\nopen: {a: 1, b: 2}\nboth: {x: "1", y: "2"}\n' });
    const config = schemasRoot({
      schema: 's.json',
      from: zod('settings'),
      types: 's.d.ts',
      examples: ['*.yaml'],
    });
    const run = await regen(createPorts({ root: directory.path }), config);
    expect(told(run)).toEqual([]);
    expect(run.artifacts.map(({ path }) => path)).toEqual(['s.d.ts', 's.json', 'schemas.generated.json']);
    const text = textOf(run.artifacts, 's.json');
    const schema = JSON.parse(text) as Record<string, unknown> & { properties: Record<string, object> };
    expect(
      text.startsWith(
        '{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n  "description": "Settings.",\n  "type"',
      ),
    ).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(schema).toMatchObject({
      additionalProperties: false,
      required: ['name', 'names', 'open', 'both'],
      properties: {
        name: { description: 'What it is called.', minLength: 1 },
        level: { enum: ['low', 'high'], default: 'low' },
        open: { additionalProperties: {} },
      },
    });
    const again = process.cwd();
    const zone = process.env['TZ'];
    try {
      process.chdir('/');
      process.env['TZ'] = 'Pacific/Apia';
      expect((await regen(createPorts({ root: directory.path }), config)).artifacts).toEqual(run.artifacts);
    } finally {
      process.chdir(again);
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('have draft-07 and unknown keys where that is wanted, and examples that are refused with their place [FP-SCH-001, FP-SCH-004]', async () => {
    write({
      ...SOURCES,
      'bad.json':
        '{\n  "name": "",\n  "nmes": [],\n  "open": {"a": "x"},\n  "both": {"x": "1", "y": "2", "z": 3}\n}',
      'worse.json': '{',
    });
    const run = await regen(
      createPorts({ root: directory.path }),
      schemasRoot(
        { schema: 'old.json', from: zod('settings'), dialect: 'draft-07', allowUnknownKeys: true },
        { schema: 'new.json', from: zod('default'), examples: ['{bad,worse}.json', 'none/*.yaml'] },
      ),
    );
    const old = JSON.parse(textOf(run.artifacts, 'old.json')) as Record<string, unknown>;
    expect(old['$schema']).toBe('http://json-schema.org/draft-07/schema#');
    expect(old['additionalProperties']).toBeUndefined();
    expect(run.outcome).toBe('usage');
    expect(told(run).sort()).toEqual([
      'invalid-example bad.json:1',
      'invalid-example bad.json:2 /name',
      'invalid-example bad.json:3 /nmes',
      'invalid-example bad.json:4 /open/a',
      'invalid-example bad.json:5 /both/z',
      'invalid-json worse.json:1',
      'no-examples .:-',
    ]);
  });

  it('fail by what the code does, one by one, while all others are made [FP-SCH-002]', async () => {
    write({
      ...SOURCES,
      'throws.ts': "throw new Error('not today');",
      'ends.ts': 'process.exit(7);',
      'syntax.ts': 'export const = ;',
      'three.cjs': 'exports.old = { _def: {}, safeParse() {} };',
      'plain.mjs': "import { z } from 'zod';\nexport const flag = z.boolean();\n",
    });
    const from = (file: string, name: string) => ({
      schema: `out/${file}.${name}.json`,
      from: zod(name, file),
    });
    const run = await regen(
      createPorts({ root: directory.path }),
      schemasRoot(
        from('throws.ts', 'a'),
        from('ends.ts', 'a'),
        from('syntax.ts', 'a'),
        from('three.cjs', 'old'),
        from('src/settings.ts', 'setings'),
        from('src/settings.ts', 'port'),
        from('src/settings.ts', 'when'),
        from('gone.ts', 'a'),
        from('plain.mjs', 'flag'),
      ),
    );
    expect(run.artifacts.map(({ path }) => path)).toEqual([
      'out/plain.mjs.flag.json',
      'schemas.generated.json',
    ]);
    expect(run.outcome).toBe('usage');
    expect(run.findings.map(({ id, file, message }) => `${id.slice(13)} ${file} ${message}`)).toEqual([
      'throws throws.ts throws.ts cannot be loaded: not today',
      'no-answer ends.ts loading ends.ts ended the process (exit code 7) before a schema could be made',
      'throws syntax.ts syntax.ts cannot be loaded: syntax.ts:1:14: Variable declaration expected.',
      'zod-3 three.cjs "old" of three.cjs is a schema of zod 3, which cannot say its JSON Schema',
      'no-export src/settings.ts src/settings.ts exports nothing named "setings": is "settings" meant?',
      'no-zod-schema src/settings.ts "port" of src/settings.ts is no zod schema',
      expect.stringContaining(
        'unrepresentable src/settings.ts "when" of src/settings.ts has a part that no JSON Schema can say: ',
      ) as string,
      'absent-source gone.ts the code of out/gone.ts.a.json is not there: gone.ts',
    ]);
  });
});

describe('schemas of TypeScript types', () => {
  const directory = tempDirectory();
  beforeEach(() => symlinkSync(NODE_MODULES, join(directory.path, 'node_modules'), 'dir'));

  it('are closed, described, and of the dialect that is wanted [FP-SCH-003]', async () => {
    directory.write(
      'tsconfig.json',
      '{"compilerOptions": {"strict": true, "module": "nodenext", "skipLibCheck": true, "types": []}}',
    );
    directory.write(
      'options.ts',
      `/** What can be set. */
export interface Options {
  /** Its name. */
  name: string;
  pair?: [number, string];
  deep: Record<string, Options>;
}
`,
    );
    const from = { kind: 'typescript' as const, file: 'options.ts', name: 'Options' };
    const run = await regen(
      createPorts({ root: directory.path }),
      schemasRoot(
        { schema: 'new.json', from },
        { schema: 'old.json', from, dialect: 'draft-07', allowUnknownKeys: true },
        { schema: 'none.json', from: { ...from, name: 'Optins' } },
      ),
    );
    expect(told(run)).toEqual(['no-type options.ts:-']);
    const [created, old] = ['new.json', 'old.json'].map(
      (path) =>
        JSON.parse(run.artifacts.find((artifact) => artifact.path === path)?.text ?? '{}') as Record<
          string,
          unknown
        >,
    );
    expect(created).toMatchObject({
      $ref: '#/$defs/Options',
      $defs: {
        Options: {
          description: 'What can be set.',
          additionalProperties: false,
          properties: {
            name: { description: 'Its name.' },
            pair: { prefixItems: [{ type: 'number' }, { type: 'string' }] },
            deep: { additionalProperties: { $ref: '#/$defs/Options' } },
          },
        },
      },
    });
    expect(old).toMatchObject({
      $ref: '#/definitions/Options',
      $schema: 'http://json-schema.org/draft-07/schema#',
    });
    expect(JSON.stringify(old)).not.toContain('"additionalProperties":false');
  });

  it('do without a tsconfig, know that null is none, and come from files of a composite project', async () => {
    const code = "import type { B } from './b.js';\nexport interface A { b?: B; c: string | null }\n";
    for (const place of ['bare', 'project']) {
      directory.write(`${place}/a.ts`, code);
      directory.write(`${place}/b.ts`, 'export type B = number;\n');
    }
    directory.write('bare/broken.ts', 'export interface A {\n  b: Nowhere;\n}\n');
    directory.write(
      'project/base.json',
      '{"compilerOptions": {"strict": true, "composite": true, "module": "nodenext", "tsBuildInfoFile": "x"}}',
    );
    directory.write('project/tsconfig.json', '{"extends": "./base.json", "files": [], "references": []}');
    const from = (file: string) => ({ kind: 'typescript' as const, file, name: 'A' });
    const run = await regen(
      createPorts({ root: directory.path }),
      schemasRoot(
        { schema: 'one.json', from: from('bare/a.ts') },
        { schema: 'two.json', from: from('project/a.ts') },
        { schema: 'three.json', from: from('bare/broken.ts') },
      ),
    );
    expect(run.findings.map(({ message }) => message)).toEqual([
      'the type "A" of bare/broken.ts gives no schema: broken.ts:2:6: Cannot find name \'Nowhere\'.',
    ]);
    const [one, two] = ['one.json', 'two.json'].map((path) => textOf(run.artifacts, path));
    expect(two).toBe(one);
    expect(JSON.parse(one ?? '')).toMatchObject({
      $defs: {
        A: { properties: { b: { $ref: '#/$defs/B' }, c: { type: ['string', 'null'] } }, required: ['c'] },
      },
    });
    expect(directory.list().filter((path) => path.includes('of-one-file'))).toEqual([]);
  });
});
