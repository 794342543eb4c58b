import { mkdirSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { runDerivation } from '@fixpoint/engine';
import { tempDirectory } from '@fixpoint/testkit';
import { applyChanges, createPorts } from '@fixpoint/workspace-io';
import { linkCheckDerivation } from './link-check-derivation';
import { checkPorts, linksConfig } from './test-support';

describe('link-check over real files', () => {
  const directory = tempDirectory();
  const check = async (): Promise<readonly string[]> =>
    (await checkPorts(createPorts({ root: join(directory.path, 'w') }))).lines;

  it('enters no loop of symlinks, follows links through symlinks, and not out of the workspace [FP-LINK-005]', async () => {
    directory.write('w/nx.json', '{}');
    directory.write('outside/o.md', '');
    directory.write('w/docs/a.md', '# A\n');
    symlinkSync('..', join(directory.path, 'w/docs/loop'));
    symlinkSync('self', join(directory.path, 'w/docs/self'));
    symlinkSync('docs', join(directory.path, 'w/manual'));
    symlinkSync('a.md', join(directory.path, 'w/docs/same.md'));
    symlinkSync('../outside', join(directory.path, 'w/out'));
    symlinkSync('nowhere', join(directory.path, 'w/dangling'));
    directory.write(
      'w/README.md',
      [
        '[ok](docs/loop/docs/loop/docs/a.md#a) [ok](manual/a.md) [ok](docs/same.md#a) [ok](manual)',
        '[1](docs/same.md#b) [2](out) [3](out/o.md) [4](dangling) [5](docs/self/x.md)',
      ].join('\n\n'),
    );
    expect(await check()).toEqual([
      'missing-anchor README.md:3:1 docs/same.md#b',
      'missing-file README.md:3:30 out/o.md',
      'missing-file README.md:3:44 dangling',
      'missing-file README.md:3:58 docs/self/x.md',
      'outside-workspace README.md:3:21 out',
    ]);
  });

  it('knows names letter by letter, whatever the file system thinks of them [FP-LINK-002]', async () => {
    directory.write('w/Docs/Über.md', '');
    directory.write('w/Docs/e\u0301.md', '');
    directory.write(
      'w/README.md',
      '[a](Docs/Über.md) [b](docs/Über.md) [c](Docs/über.md) [d](Docs/%C3%A9.md)',
    );
    expect(await check()).toEqual([
      'wrong-case README.md:1:19 docs/Über.md -> Docs/Über.md',
      'wrong-case README.md:1:37 Docs/über.md -> Docs/Über.md',
      'wrong-normalization README.md:1:55 Docs/%C3%A9.md -> Docs/e\u0301.md',
    ]);
  });

  it('does not read a file of 50 MB, and takes a directory called like one for a directory', async () => {
    directory.write('w/big.md', '');
    truncateSync(join(directory.path, 'w/big.md'), 50 * 1024 * 1024);
    mkdirSync(join(directory.path, 'w/directory.md'));
    directory.write('w/README.md', '[a](big.md) [b](directory.md)');
    expect(await check()).toEqual(['too-large big.md 52428800 bytes -> at most 8388608 bytes']);
  });

  it('writes what it puts right, byte for byte, and nothing else', async () => {
    const root = join(directory.path, 'w');
    directory.write('w/a.md', '\uFEFFone [x](B.md)\r\ntwo [y](none.md)  \r\n\r\nno end');
    directory.write('w/b.md', '[z](a.md)');
    const before = statSync(join(root, 'b.md')).mtimeMs;
    const verdict = await runDerivation({
      derivation: linkCheckDerivation,
      config: linksConfig(),
      ports: createPorts({ root }),
      scope: { check: false, fix: true },
      root: 'w',
      ending: 'apply',
      writer: applyChanges,
    });
    expect(verdict.written).toEqual(['a.md']);
    expect(verdict.removed).toEqual([]);
    expect(verdict.findings.map(({ id, actual }) => [id, actual])).toEqual([
      ['link-check/missing-file', 'none.md'],
    ]);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(
      '\uFEFFone [x](b.md)\r\ntwo [y](none.md)  \r\n\r\nno end',
    );
    expect(statSync(join(root, 'b.md')).mtimeMs).toBe(before);
  });
});
