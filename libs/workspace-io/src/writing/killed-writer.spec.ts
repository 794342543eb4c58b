import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { bundleProgram } from '../testing/bundle-program';
import { AFTER, BEFORE, CHANGES } from '../testing/scenario';
import { applyChanges } from './apply-changes';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

describe('a writer that is killed', () => {
  const directory = tempDirectory();
  let programs: string;
  let program: string;

  beforeAll(() => {
    programs = mkdtempSync(join(tmpdir(), 'fixpoint-programs-'));
    program = bundleProgram('killed-writer', programs);
  });
  afterAll(() => rmSync(programs, { recursive: true }));

  function prepare(root: string): void {
    for (const [path, text] of Object.entries(BEFORE)) directory.write(join(root, path), text);
    utimesSync(join(directory.path, root, 'same.json'), LONG_AGO, LONG_AGO);
  }

  function expectOldOrNew(root: string): void {
    for (const path of Object.keys({ ...BEFORE, ...AFTER })) {
      const file = join(directory.path, root, path);
      const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
      expect([BEFORE[path], AFTER[path]].includes(text)).toBe(true);
    }
  }

  async function expectRepaired(root: string): Promise<void> {
    await applyChanges(join(directory.path, root), CHANGES);
    const files = directory.list().filter((path) => path.startsWith(`${root}/`));
    expect(files).toEqual(
      Object.keys(AFTER)
        .map((path) => `${root}/${path}`)
        .sort(),
    );
    for (const [path, text] of Object.entries(AFTER))
      expect(directory.read(join(root, path)) === text).toBe(true);
    expect(statSync(join(directory.path, root, 'same.json')).mtime).toEqual(LONG_AGO);
  }

  it('leaves every file old or new at every step, and nothing that the next run does not clean [FP-WRITE-008]', async () => {
    let killed = 0;
    let strays = 0;
    for (let step = 0; ; step++) {
      const root = `step-${step}`;
      prepare(root);
      const { signal, status } = spawnSync(process.execPath, [
        program,
        join(directory.path, root),
        String(step),
      ]);
      if (signal === null) {
        expect(status).toBe(0);
        break;
      }
      expect(signal).toBe('SIGKILL');
      killed += 1;
      strays += directory
        .list()
        .filter((path) => path.startsWith(root) && path.endsWith('.fixpoint-tmp')).length;
      expectOldOrNew(root);
      await expectRepaired(root);
      rmSync(join(directory.path, root), { recursive: true });
    }
    // Three files staged one after the other: far more strays than steps would be needed to see that some were cleaned.
    expect(killed).toBeGreaterThan(40);
    expect(strays).toBeGreaterThan(20);
  }, 120_000);
});
