import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';
import { regen, schemasRoot } from '../test-support';

jest.setTimeout(300_000);

const NODE_MODULES = join(__dirname, '../../../../node_modules');

describe('what compiles TypeScript', () => {
  const directory = tempDirectory();
  const run = (...packages: readonly string[]) => {
    mkdirSync(join(directory.path, 'node_modules'));
    for (const name of packages)
      symlinkSync(join(NODE_MODULES, name), join(directory.path, 'node_modules', name), 'dir');
    directory.write(
      'a.ts',
      "import { z } from 'zod';\nimport { b } from '@lib/b';\nexport const a: z.ZodType = z.object({ b });\n",
    );
    directory.write(
      'lib/b.ts',
      "import { z } from 'zod';\nexport enum E { X = 'x' }\nexport const b = z.enum(E);\n",
    );
    directory.write('tsconfig.json', '{"compilerOptions": {"paths": {"@lib/*": ["./lib/*"]}}}');
    return regen(
      createPorts({ root: directory.path }),
      schemasRoot({ schema: 'a.json', from: { kind: 'zod', file: 'a.ts', name: 'a' } }),
    );
  };

  it('can be esbuild, with enums and path aliases', async () => {
    const { artifacts, findings } = await run('zod', 'esbuild');
    expect(findings).toEqual([]);
    expect(JSON.parse(artifacts[0]?.text ?? '')).toMatchObject({
      properties: { b: { enum: ['x'] } },
      additionalProperties: false,
    });
  });

  it('is asked for where there is none; a Node that compiles by itself cannot do all of it', async () => {
    const { findings, outcome } = await run('zod');
    const byNode = (process.features as { readonly typescript?: unknown }).typescript;
    expect(findings.map(({ id }) => id)).toEqual([byNode ? 'regen-schema/throws' : 'regen-schema/no-loader']);
    expect(outcome).toBe(byNode ? 'usage' : 'environment');
  });

  it('finds that zod is not there', async () => {
    const { findings } = await run('typescript');
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining("a.ts cannot be loaded: Cannot find module 'zod'"),
    ]);
  });
});
