import { join } from 'node:path';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { type Call, interceptedFileSystem, systemError } from '../testing/intercepted-file-system';
import { AFTER, BEFORE, CHANGES } from '../testing/scenario';
import { applyChanges } from './apply-changes';

describe('a writer whose file system fails', () => {
  const directory = tempDirectory();
  const root = () => join(directory.path, 'root');
  const prepare = () =>
    Object.entries(BEFORE).forEach(([path, text]) => directory.write(`root/${path}`, text));
  const contents = () =>
    Object.fromEntries(directory.list().map((path) => [path.replace('root/', ''), directory.read(path)]));
  const expectContents = (expected: Readonly<Record<string, string>>) => {
    expect(Object.keys(contents()).sort()).toEqual(Object.keys(expected).sort());
    expect(Object.entries(expected).filter(([path, text]) => contents()[path] !== text)).toEqual([]);
  };

  /** Makes the changes while the calls that `fails` picks fail with `code`. */
  const applyWith = (code: string, fails: (call: Call) => boolean) => {
    const fileSystem = interceptedFileSystem((call) => {
      if (fails(call)) throw systemError(code);
    });
    return applyChanges(root(), CHANGES, { fileSystem });
  };

  it.each(['EIO', 'EACCES'])(
    'at any one call by %s has changed everything or nothing [FP-WRITE-006]',
    async (code) => {
      let failures = 0;
      for (let step = 0, reached = true; reached; step++) {
        prepare();
        reached = false;
        const applying = applyWith(code, ({ index }) => index === step && (reached = true));
        const error = await applying.then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expectContents(error === undefined ? AFTER : BEFORE);
        if (error !== undefined) expect(error).toMatchObject({ name: 'ToolError', cause: { code } });
        failures += error === undefined ? 0 : 1;
        // What was changed is brought back for the next step.
        await applyChanges(root(), {
          write: Object.entries(BEFORE).map(toArtifact),
          remove: ['new/deep/d.json'],
        });
      }
      expect(failures).toBeGreaterThan(40);
    },
  );

  it.each([
    ['ENOSPC', 'writeFile', 'cannot write a.json: no space left on the device (ENOSPC)'],
    ['EDQUOT', 'fsync', 'cannot write a.json: disk quota exceeded (EDQUOT)'],
    ['EROFS', 'access', 'cannot remove gone/c.json: the file system is read-only (EROFS)'],
    ['EISDIR', 'rename', 'cannot write a.json: it is a directory (EISDIR)'],
    ['EACCES', 'unlink', 'cannot remove gone/c.json: permission denied (EACCES)'],
    ['EXDEV', 'rename', 'cannot write a.json: the directory lies on two devices (EXDEV)'],
  ] as const)('by %s in %s is named with the file and a way out', async (code, name, message) => {
    prepare();
    const failure = await applyWith(code, (call) => call.name === name).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ToolError);
    expect((failure as Error).message).toContain(message);
    expect(failure).toMatchObject({ file: expect.any(String), fix: expect.any(String) });
  });

  it('has content on the disk before the rename, and the entry of the directory after it [FP-WRITE-007]', async () => {
    directory.write('root/a.json', 'old');
    const calls: string[] = [];
    let opened = '';
    const fileSystem = interceptedFileSystem(({ name, args }) => {
      if (name === 'open') opened = String(args[0]);
      const subject = name === 'rename' ? args[1] : opened;
      if (['writeFile', 'fsync', 'rename'].includes(name))
        calls.push(`${name} ${String(subject).replace(root(), '')}`);
    });
    await applyChanges(root(), { write: [{ path: 'a.json', text: 'new' }], remove: [] }, { fileSystem });
    const temporary = expect.stringMatching(
      /^(writeFile|fsync) \/\.a\.json\.\d+-[0-9a-f]{12}\.fixpoint-tmp$/,
    );
    expect(calls).toEqual([temporary, temporary, 'rename /a.json', 'fsync ']);
    expect(calls.map((call) => call.split(' ')[0])).toEqual(['writeFile', 'fsync', 'rename', 'fsync']);
  });

  it('copies inside the directory of the destination when a rename would leave the device', async () => {
    prepare();
    const renames: string[] = [];
    await applyWith('EXDEV', ({ name, args }) => {
      if (name !== 'rename') return false;
      renames.push(String(args[1]));
      return renames.filter((path) => path === args[1]).length === 1;
    });
    expectContents(AFTER);
    expect(renames).toHaveLength(6);
  });

  it('names the files that it could not bring back', async () => {
    prepare();
    let renames = 0;
    const failing = applyWith('EIO', ({ name }) => name === 'rename' && (renames += 1) > 1);
    await expect(failing).rejects.toThrow(
      'cannot write new/deep/d.json: input/output error (EIO); already changed and not to be restored: a.json',
    );
    expectContents({ ...BEFORE, 'a.json': AFTER['a.json'] ?? '' });
  });

  it('passes a defect on as it is', async () => {
    prepare();
    const defect = new TypeError('a defect');
    const fileSystem = interceptedFileSystem(({ name }) => {
      if (name === 'rename') throw defect;
    });
    await expect(applyChanges(root(), CHANGES, { fileSystem })).rejects.toBe(defect);
    expectContents(BEFORE);
  });
});

function toArtifact([path, text]: readonly [string, string]) {
  return { path, text };
}
