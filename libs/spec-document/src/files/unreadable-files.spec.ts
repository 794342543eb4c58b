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
    expect(read.value.unread).toEqual(['specs/loop.md', 'specs/out.md']);
    expect(read.value.findings.map(({ id, file }) => [id, file])).toEqual([
      ['spec-extract/unreadable', 'specs/loop.md'],
      ['spec-extract/unreadable', 'specs/out.md'],
    ]);
  });
});
