import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentConfig } from '@fixpoint/contract-formats';
import { runDerivation, type Ending } from '@fixpoint/engine';
import { tempDirectory } from '@fixpoint/testkit';
import { applyChanges, createPorts } from '@fixpoint/workspace-io';
import { GENERATED_LIST as MANIFEST } from '@fixpoint/contract-formats';
import { regenOpenapiDerivation as derivation } from './regen-openapi-derivation';
import { contractsConfig, openapi } from './testing/test-support';

// Programs are started, which takes its time on a busy machine.
jest.setTimeout(120_000);

/** Writes its outputs, each with what the document says and what the program sees of the machine. */
const PROGRAM = `
  const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
  const [, input, output, ...names] = process.argv;
  mkdirSync(output + '/gen');
  for (const name of names) {
    const seen = [readFileSync(input, 'utf8').length, process.env.TZ, process.env.LANG, new Date(0).getHours()];
    writeFileSync(output + '/gen/' + name, name + ' ' + seen.join(' ') + '\\n');
  }
`;

const made = (name: string, ...outputs: string[]): DocumentConfig => ({
  name,
  file: `${name}.yaml`,
  command: {
    command: [process.execPath, '-e', PROGRAM, '{input}', '{output}', ...outputs],
    outputs: outputs.map((output) => `gen/${output}`),
    version: '1',
  },
});

describe('the life of generated files', () => {
  const directory = tempDirectory();
  const run = (ending: Ending, ...documents: DocumentConfig[]) =>
    runDerivation({
      derivation,
      config: contractsConfig(...documents),
      ports: createPorts({ root: directory.path }),
      scope: { check: ending === 'fail' },
      root: '.',
      ending,
      writer: applyChanges,
    });
  const isThere = (path: string) => existsSync(join(directory.path, path));

  it('is written, found to be clean, removed when nothing generates it, and never takes a neighbour along [FP-WRITE-002]', async () => {
    directory.write('a.yaml', openapi('{}'));
    directory.write('b.yaml', openapi('{}'));
    directory.write('gen/mine.txt', 'mine\n');
    const all = [made('a', 'a1.txt', 'a2.txt'), made('b', 'b1.txt')];
    expect(await run('apply', ...all)).toMatchObject({
      outcome: 'clean',
      written: [MANIFEST, 'gen/a1.txt', 'gen/a2.txt', 'gen/b1.txt'],
    });
    expect(directory.read('gen/a1.txt')).toBe(`a1.txt ${openapi('{}').length} UTC C 0\n`);
    expect(await run('fail', ...all)).toMatchObject({ outcome: 'clean', compared: 4, findings: [] });

    const fewer = [made('a', 'a1.txt')];
    const check = await run('fail', ...fewer);
    expect(check.outcome).toBe('drift');
    expect(check.drifts.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      `stale ${MANIFEST}`,
      'orphan gen/a2.txt',
      'orphan gen/b1.txt',
    ]);
    expect(await run('apply', ...fewer)).toMatchObject({ removed: ['gen/a2.txt', 'gen/b1.txt'] });
    expect(directory.read('gen/mine.txt')).toBe('mine\n');
    expect(await run('fail', ...fewer)).toMatchObject({ outcome: 'clean' });

    expect(await run('apply', { name: 'a', file: 'a.yaml' })).toMatchObject({
      outcome: 'clean',
      removed: [MANIFEST, 'gen/a1.txt'],
    });
    expect(isThere('gen/mine.txt')).toBe(true);
  });

  it('is left alone while its document is broken, and that of others goes on [FP-OAPI-001]', async () => {
    const all = [made('a', 'a1.txt', 'a2.txt'), made('b', 'b1.txt')];
    directory.write('a.yaml', openapi('{}'));
    directory.write('b.yaml', openapi('{}'));
    await run('apply', ...all);
    const before = ['gen/a1.txt', 'gen/a2.txt'].map((path) => directory.read(path));
    directory.write('a.yaml', 'openapi: 3.1.0\ninfo: 4\n');
    directory.write('b.yaml', `${openapi('{}')}# longer\n`);
    const verdict = await run('apply', ...all);
    expect(verdict).toMatchObject({ outcome: 'usage', removed: [], written: [MANIFEST, 'gen/b1.txt'] });
    expect(verdict.findings).toContainEqual(
      expect.objectContaining({ file: 'a.yaml', path: '/info', position: { line: 2, column: 1 } }),
    );
    expect(['gen/a1.txt', 'gen/a2.txt'].map((path) => directory.read(path))).toEqual(before);
    expect(await run('fail', ...all)).toMatchObject({ outcome: 'usage', drifts: [] });
  });
});
