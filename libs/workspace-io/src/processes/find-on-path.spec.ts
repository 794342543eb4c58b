import { chmodSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { findOnPath } from './find-on-path';

describe('findOnPath', () => {
  const directory = tempDirectory();

  it('takes the first executable file of that name', () => {
    directory.write('one/tool', '');
    chmodSync(directory.write('two/tool', ''), 0o755);
    chmodSync(directory.write('three/tool', ''), 0o755);
    mkdirSync(join(directory.path, 'zero/tool'), { recursive: true });
    const path = ['zero', 'one', 'two', 'three'].map((name) => join(directory.path, name)).join(delimiter);
    expect(findOnPath('tool', path)).toBe(join(directory.path, 'two/tool'));
    expect(findOnPath('none', path)).toBeUndefined();
  });

  it('does not depend on the working directory', () => {
    chmodSync(directory.write('bin/tool', ''), 0o755);
    expect(findOnPath('bin/tool', directory.path)).toBeUndefined();
    expect(findOnPath('tool', ['', '.', 'bin'].join(delimiter))).toBeUndefined();
    expect(findOnPath('', directory.path)).toBeUndefined();
  });

  it('takes an absolute path as it is and tries the extensions of the system', () => {
    const tool = directory.write('bin/tool.EXE', '');
    chmodSync(tool, 0o755);
    expect(findOnPath(tool)).toBe(tool);
    expect(findOnPath('tool', join(directory.path, 'bin'), ['', '.COM', '.EXE'])).toBe(tool);
  });
});
