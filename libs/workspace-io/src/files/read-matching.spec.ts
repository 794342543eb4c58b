import { memoryPorts } from '@fixpoint/testkit';
import { readMatching } from '@fixpoint/model';

const ports = memoryPorts({
  root: '/workspace/contracts',
  files: {
    'pacts/b.json': 'b',
    'pacts/a.json': Uint8Array.of(0xef, 0xbb, 0xbf, 0x61),
    'pacts/c.txt': Uint8Array.of(0xff),
  },
  packageFiles: {
    '/workspace/shared/p/x.json': 'x',
    '/workspace/shared/p/y.json': 'y',
    '/workspace/other/z.json': 'z',
  },
});
const paths = async (...globs: readonly string[]) =>
  (await readMatching(ports, globs)).map(({ path }) => path);

describe('readMatching', () => {
  it('reads what globs find inside and outside the root, in order', async () => {
    expect(await paths('./pacts/*.json', '../shared/**/*.json', '!../shared/p/y.json')).toEqual([
      '../shared/p/x.json',
      'pacts/a.json',
      'pacts/b.json',
    ]);
  });

  it('takes out what is excluded, and each file once', async () => {
    expect(await paths('pacts/*', 'pacts/b.json', '!pacts/a.json')).toEqual(['pacts/b.json', 'pacts/c.txt']);
    expect(await paths('none/*', '!pacts/a.json')).toEqual([]);
  });

  it('keeps a byte order mark and says what is not UTF-8', async () => {
    expect(await readMatching(ports, ['pacts/a.json', 'pacts/c.txt'])).toEqual([
      { path: 'pacts/a.json', text: '\ufeffa', isUtf8: true },
      { path: 'pacts/c.txt', text: '\ufffd', isUtf8: false },
    ]);
  });
});
