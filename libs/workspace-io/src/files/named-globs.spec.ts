import { memoryPorts } from '@fixpoint/testkit';
import { readNamedGlobs } from '@fixpoint/model';

describe('readNamedGlobs', () => {
  const ports = memoryPorts({
    root: '/work/libs/api',
    files: { 'src/b.ts': 'B', 'src/a.ts': 'A', 'src/a.spec.ts': 'S' },
    packageFiles: { '/work/libs/web/c.ts': 'C', '/work/libs/web/c.spec.ts': 'S', '/work/d.ts': 'D' },
  });

  it('reads each file once, sorted, inside and outside of the root, without what is excluded', async () => {
    const globs = [
      './src/*.ts',
      'src/a.ts',
      '../web/*.ts',
      '../../*.ts',
      '!src/*.spec.ts',
      '!../web/*.spec.ts',
    ];
    expect(await readNamedGlobs(ports, globs)).toEqual({
      files: [
        { path: '../../d.ts', text: 'D' },
        { path: '../web/c.ts', text: 'C' },
        { path: 'src/a.ts', text: 'A' },
        { path: 'src/b.ts', text: 'B' },
      ],
      unmatched: [],
    });
  });

  it('says which globs match nothing', async () => {
    expect(await readNamedGlobs(ports, ['src/*.js', '../none/*.ts', 'src/b.ts'])).toEqual({
      files: [{ path: 'src/b.ts', text: 'B' }],
      unmatched: ['src/*.js', '../none/*.ts'],
    });
  });
});
