import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';
import { readSpecs } from '../read-specs';
import { specsRoot } from '../test-support';

describe('specs on a disk', () => {
  const directory = tempDirectory();

  it('lead out of the workspace, loop, or are none: a finding each, and the others are read', async () => {
    const root = join(directory.path, 'root');
    mkdirSync(join(root, 'specs/dir.md'), { recursive: true });
    writeFileSync(join(directory.path, 'secret.md'), 'x MUST. [A-200]');
    writeFileSync(join(root, 'specs/a.md'), 'x MUST. [A-100]');
    symlinkSync(join(directory.path, 'secret.md'), join(root, 'specs/out.md'));
    symlinkSync('loop.md', join(root, 'specs/loop.md'));
    symlinkSync('..', join(root, 'specs/up'));
    symlinkSync('nowhere.md', join(root, 'specs/gone.md'));
    const read = await readSpecs(createPorts({ root }), specsRoot());
    if (!read.ok) throw new Error('nothing was read');
    expect(read.value.specs.map(({ file }) => file)).toEqual(['specs/a.md']);
    const refused = ['specs/gone.md', 'specs/loop.md', 'specs/out.md', 'specs/up'];
    expect(read.value.unread).toEqual(refused);
    expect(read.value.findings.map(({ id, severity, file }) => [id, severity, file])).toEqual(
      refused.map((file) => ['spec-extract/unreadable', 'error', file]),
    );
  });

  describe('behind symlinks', () => {
    const root = () => join(directory.path, 'root');
    const lost = async (...files: readonly string[]) => {
      const read = await readSpecs(createPorts({ root: root() }), specsRoot({ files }));
      if (!read.ok) throw new Error('nothing was read');
      return [
        ...read.value.specs.map(({ file }) => file),
        ...read.value.findings.map(({ file }) => `! ${file}`),
      ];
    };

    beforeEach(() => {
      directory.write('root/specs/a.md', 'x MUST. [A-100]');
      directory.write('root/specs/deep/c.md', 'x MUST. [A-300]');
      directory.write('root/other/b.md', 'x MUST. [A-200]');
      const link = (target: string, path: string) => symlinkSync(target, join(root(), path));
      link('../other', 'specs/other');
      link('../specs', 'specs/self');
      link('../../other', 'specs/deep/more');
      link('nowhere', 'specs/gone');
      link('../other/b.md', 'specs/file.md');
      link('.#a.md', 'specs/.#a.md');
      mkdirSync(join(root(), 'specs/node_modules'));
      link('../../other', 'specs/node_modules/other');
    });

    it('are lost with an error for each that a glob reaches', async () => {
      expect(await lost('specs/**/*.md')).toEqual([
        'specs/a.md',
        'specs/deep/c.md',
        'specs/file.md',
        ...['! specs/deep/more', '! specs/gone', '! specs/other', '! specs/self'],
      ]);
      expect(await lost('specs/*/*.md')).toEqual([
        'specs/deep/c.md',
        ...['! specs/gone', '! specs/other', '! specs/self'],
      ]);
      expect(await lost('./specs/*.md')).toEqual(['specs/a.md', 'specs/file.md']);
      expect(await lost('specs/{deep,o*}/**')).toEqual([
        'specs/deep/c.md',
        '! specs/deep/more',
        '! specs/other',
      ]);
      expect(await lost('../root/specs/{deep/m*,x}/*.md', 'specs/a.md')).toContain(
        '! ../root/specs/deep/more',
      );
    });

    it('are read where a glob names the link, and no error where one excludes it', async () => {
      expect(await lost('specs/other/*.md')).toEqual(['specs/other/b.md']);
      expect(
        await lost('specs/**/*.md', 'specs/other/*.md', '!specs/{self,gone,file.md}', '!specs/deep/more/**'),
      ).toEqual(['specs/a.md', 'specs/deep/c.md', 'specs/other/b.md']);
    });
  });
});
