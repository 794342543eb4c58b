import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';
import { regen, schemasRoot, told } from './test-support';

jest.setTimeout(300_000);

/** What this repository has installed, for generators that are looked up from a temporary directory. */
const NODE_MODULES = join(__dirname, '../../../node_modules');

const REPOSITORY = join(__dirname, '../../..');
const CASE = join(REPOSITORY, '../shared/data/contracts/config-schema/01-7d193263');
if (!existsSync(CASE))
  process.stderr.write(`${CASE} is not there: the schema of a real project is not tried\n`);

describe('schemas of real code', () => {
  const directory = tempDirectory();
  beforeEach(() => symlinkSync(NODE_MODULES, join(directory.path, 'node_modules'), 'dir'));

  it('are made of the schemas of this repository, whose imports are path aliases', async () => {
    const made = await regen(
      createPorts({ root: join(REPOSITORY, 'libs/config') }),
      schemasRoot(
        {
          schema: 'contracts.json',
          from: { kind: 'zod', file: 'src/contracts-schema.ts', name: 'contractsSchema' },
        },
        {
          schema: 'metrics.json',
          from: {
            kind: 'zod',
            file: '../metrics-contract/src/contract/contract-schema.ts',
            name: 'contractSchema',
          },
        },
      ),
    );
    expect(told(made)).toEqual([]);
    expect(made.artifacts.map(({ path }) => path)).toEqual([
      'contracts.json',
      'metrics.json',
      'schemas.generated.json',
    ]);
    expect(made.artifacts[0]?.text).toContain('"additionalProperties": false');
  });

  if (!existsSync(CASE))
    process.stderr.write(`${CASE} is not there: the schema of a real project is skipped\n`);
  (existsSync(CASE) ? it : it.skip)(
    'say what a real project has in its schema and its examples',
    async () => {
      const read = (file: string) => readFileSync(join(CASE, file), 'utf8');
      directory.write('config.schema.json', read('config.schema.json'));
      directory.write('c.yaml', 'admission: {}\n');
      directory.write('d.yaml', 'pools: []\n');
      directory.write('a.yaml', read('llamacpp-3090-source.yaml'));
      directory.write('b.yaml', read('llamacpp-source-cpu-haiku.yaml'));
      const config = schemasRoot({
        schema: 'config.schema.json',
        dialect: 'draft-07',
        types: 'config.d.ts',
        examples: ['*.yaml'],
      });
      const run = await regen(createPorts({ root: directory.path }), config);
      // Both examples of the project are empty files.
      expect(told(run)).toEqual([
        'empty-document a.yaml:1',
        'empty-document b.yaml:1',
        'invalid-example c.yaml:1',
      ]);
      expect(run.outcome).toBe('usage');
      expect(run.artifacts[0]?.text).toContain('export interface Config');
      const broken = read('config.schema.json')
        .replace('"uint32"', '"uint33"')
        .replace('"#/definitions/', '"#/definitions/no');
      directory.write('config.schema.json', broken);
      const again = await regen(createPorts({ root: directory.path }), config);
      expect(again.findings.map(({ id }) => id)).toEqual(['regen-schema/unresolved-ref']);
      expect(again.findings[0]?.position?.line).toBeGreaterThan(1);
      expect(again.artifacts).toEqual([]);
    },
  );
});
