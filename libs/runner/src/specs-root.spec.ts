import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { runTarget } from './run-target';

const SPEC = '# Loans\n\n- [LOAN-2001] A book MUST NOT be lent twice.\n';

describe('a directory of specs', () => {
  const directory = tempDirectory();
  const run = (target: string) => runTarget({ target, root: 'loans', base: directory.path });
  const idsOf = async (target: string): Promise<string[]> => (await run(target)).findings.map(({ id }) => id);

  it('is a root by its folder alone', async () => {
    directory.write('loans/specs/loans.md', SPEC);
    expect((await run('spec-extract')).written).toEqual(['COMPLIANCE.md', 'requirements/loans.yaml']);
    expect((await run('trace')).outcome).toBe('clean');
    expect((await run('validate')).outcome).toBe('clean');
  });

  it('asks nothing of a folder that is only called so, until something in it claims to be a spec', async () => {
    directory.write('loans/specs/ideas.md', '# Ideas\n\nBooks could be lent.\n');
    const { outcome, findings } = await run('validate');
    expect([outcome, findings.map(({ id, severity }) => `${severity} ${id}`)]).toEqual([
      'clean',
      ['note spec-extract/no-requirements'],
    ]);
    expect((await run('spec-extract')).written).toEqual([]);
    directory.write('loans/specs/rules.md', '# Rules\n\nBooks MUST be lent.\n');
    expect(await idsOf('validate')).toContain('spec-extract/no-ids');
    directory.write('loans/specs/rules.md', '# Rules\n');
    directory.write('loans/SPECS.json', '{"specs_schema_version":1}');
    expect((await run('validate')).outcome).not.toBe('clean');
  });

  it('stays one when its last spec goes, so that what was made of it is told', async () => {
    directory.write('loans/specs/loans.md', SPEC);
    await run('spec-extract');
    rmSync(join(directory.path, 'loans/specs'), { recursive: true });
    const { outcome, findings } = await run('validate');
    expect(outcome).not.toBe('clean');
    expect(findings.map(({ id }) => id)).toContain('spec-extract/no-requirements');
  });

  it('is none by a page that somebody wrote, and says which marker the target asks for', async () => {
    directory.write('loans/COMPLIANCE.md', '# How we comply\n');
    const { findings } = await run('spec-extract');
    expect(findings).toMatchObject([
      { id: 'config/no-marker', fix: expect.stringContaining('create loans/SPECS.json') },
    ]);
  });

  it('is told of a folder that cannot be listed, and derives the rest', async () => {
    directory.write('loans/specs/loans.md', SPEC);
    symlinkSync('loop.md', join(directory.path, 'loans/specs/loop.md'));
    expect(await idsOf('validate')).toContain('spec-extract/unreadable');
    expect((await run('spec-extract')).written).toContain('requirements/loans.yaml');
  });
});
