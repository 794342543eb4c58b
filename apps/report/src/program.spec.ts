import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { runReport } from './program';
import { CONTRACT, rowOf, workspaceOf, WORKSPACE } from './testing/sample';

const CONTRACT_TEXT = readFileSync(join(WORKSPACE, CONTRACT), 'utf8');

/** A workspace of the sample with the contract of this one. */
function withContract(...sample: Parameters<typeof workspaceOf>): Record<string, string> {
  return { ...workspaceOf(...sample), [CONTRACT]: CONTRACT_TEXT };
}

const directory = tempDirectory();
const ARGS = ['--matrix', 'matrix', '--contract', CONTRACT, '--out', 'dist/site'];

async function run(argv: readonly string[] = ARGS) {
  const said = { out: '', err: '' };
  const exitCode = await runReport(argv, {
    cwd: directory.path,
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { exitCode, ...said };
}

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) directory.write(path, text);
}

const built = () => directory.list().filter((path) => path.startsWith('dist/'));

describe('runReport', () => {
  it('writes the site, and nothing the second time', async () => {
    write(withContract([rowOf('oven')], ['oven']));
    expect(await run()).toMatchObject({ exitCode: 0, out: expect.stringContaining('dist/site/index.html') });
    expect(built()).toEqual([
      'dist/site/index.html',
      'dist/site/support-matrix.json',
      'dist/site/tools/oven.html',
      'dist/site/tools/oven/history.json',
    ]);
    expect((await run()).out).not.toContain('dist/site');
  });

  it('takes the files of tools away that are gone, and no others', async () => {
    write(withContract([rowOf('oven'), rowOf('shop')], ['oven', 'shop']));
    await run();
    write({ ...withContract([rowOf('oven')], ['oven']), 'dist/site/CNAME': 'example.org\n' });
    expect((await run()).exitCode).toBe(0);
    expect(built()).toEqual([
      'dist/site/CNAME',
      'dist/site/index.html',
      'dist/site/support-matrix.json',
      'dist/site/tools/oven.html',
      'dist/site/tools/oven/history.json',
    ]);
  });

  it('writes nothing when something is wrong, and says what', async () => {
    write(withContract([rowOf('oven'), rowOf('shop')], ['oven']));
    expect(await run()).toMatchObject({
      exitCode: 1,
      out: expect.stringContaining('report/tool-without-history'),
    });
    expect(built()).toEqual([]);
  });

  it('tells missing, wrong and unwritable apart by its exit code', async () => {
    expect(await run()).toMatchObject({ exitCode: 3, out: expect.stringContaining('report/missing-matrix') });
    write({ ...withContract([], []), 'matrix/SUPPORT.json': '{}' });
    expect(await run()).toMatchObject({ exitCode: 2, out: expect.stringContaining('matrix/SUPPORT.json') });
    write({ ...withContract([rowOf('oven')], ['oven']), dist: 'a file' });
    expect(await run()).toMatchObject({
      exitCode: 3,
      out: expect.stringContaining('environment/unusable-file'),
    });
  });

  it.each([[[]], [['--matrix', 'matrix']], [['--colour']]])('explains itself after %j', async (argv) => {
    expect(await run(argv)).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringMatching(/^error: .*\nusage: /),
    });
  });
});
