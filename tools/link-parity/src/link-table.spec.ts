import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tempDirectory, type TempDirectory } from '@fixpoint/testkit';
import { linkTable } from './link-table';

jest.setTimeout(120_000);

const SHARED = resolve(__dirname, '../../../../shared/data/contracts/links');

/** A tree with two links, one of them broken, and what is recorded of them. */
function fill({ write }: TempDirectory, status: string, reported = ''): void {
  write('a/input/docs/x.md', '# Title\n\n[a](y.md) [b](#title)\n');
  write(
    'a/links.json',
    JSON.stringify([
      { file: 'docs/x.md', line: 3, col: 1, url: 'y.md', status },
      { file: 'docs/x.md', line: 3, col: 11, url: '#title', status: 'ok' },
    ]),
  );
  write('a/reference-check_links.txt', reported);
}

const folded = (output: string): string[] =>
  output.split('\n').map((line) => line.trim().replace(/ +/g, ' '));

describe('linkTable', () => {
  const directory = tempDirectory();

  it('passes where every link has the recorded verdict', async () => {
    fill(directory, 'missing-file', 'docs/x.md: y.md\n');
    const { exitCode, output } = await linkTable([directory.path]);
    expect(folded(output)).toEqual([
      'links.json a equal 2 of 2 links have the same verdict',
      'check_links.sh a equal 1 reported; it strips anchors and leaves out .specs and requirements, which hides 0 broken links',
      '2 cases: 2 equal, 0 better, 0 worse.',
      '',
    ]);
    expect(exitCode).toBe(0);
  });

  it('fails with a link of which the verdict is another one, and with one that was reported and is not found', async () => {
    fill(directory, 'ok', 'docs/x.md: z.md\n');
    const { exitCode, output } = await linkTable([directory.path]);
    expect(output).toContain('missed docs/x.md:3:1 ok y.md, here missing-file');
    expect(output).toContain('missed docs/x.md: z.md');
    expect(output).toContain('2 cases: 0 equal, 0 better, 2 worse.');
    expect(exitCode).toBe(1);
  });

  it('says what is found beyond', async () => {
    fill(directory, 'missing-file');
    directory.write('a/input/more.md', '[c](docs/X.md)\n');
    const { exitCode, output } = await linkTable([directory.path]);
    expect(output).toContain('more   more.md:1:1 wrong-case docs/X.md');
    expect(output).toContain('which hides 2 broken links');
    expect(exitCode).toBe(0);
  });

  it('passes with a message where there is nothing, and fails where nothing is in the folder', async () => {
    expect((await linkTable(['/nowhere'])).exitCode).toBe(0);
    directory.write('empty/x', '');
    expect((await linkTable([`${directory.path}/empty`])).exitCode).toBe(1);
  });

  if (!existsSync(SHARED)) process.stderr.write(`skipped: the recorded links, ${SHARED}, are not there\n`);

  (existsSync(SHARED) ? it : it.skip)('is not worse anywhere in the recorded links', async () => {
    const { exitCode, output } = await linkTable([SHARED]);
    expect(output).toMatch(/ 0 worse\.\n$/);
    expect(exitCode).toBe(0);
  });
});
