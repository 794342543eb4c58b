import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { mustBeClean } from './must-be-clean';
import { makeRealRoot } from './real-root';
import { WORKSPACE } from './subject';

const IS_COMMITTED = existsSync(join(WORKSPACE, 'libs/codex/cli_manifest/snapshots'));
if (!IS_COMMITTED) console.info('makeRealRoot is not tested: libs/codex has no committed snapshots');

(IS_COMMITTED ? describe : describe.skip)('makeRealRoot', () => {
  const directory = tempDirectory();

  it.each([1, 2] as const)('makes a clean root of rules version %i', async (rules) => {
    const { root, artifacts } = await makeRealRoot(directory.path, rules);
    await mustBeClean({ root, target: 'validate' });
    const kinds = artifacts.map((file) => file.replace(/\d+\.\d+\.\d+\/.*/, '').replace(/\/$/, ''));
    expect(kinds.filter((kind) => kind === 'reports')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'snapshots')).toHaveLength(5);
  });
});
