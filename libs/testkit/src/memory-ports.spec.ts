import { createHash } from 'node:crypto';
import { type ProcessRequest, ToolError } from '@fixpoint/model';
import { memoryPorts } from './memory-ports';

const REQUEST: ProcessRequest = {
  command: 'tool',
  args: ['sub', '--help'],
  env: {},
  cwd: '/scratch',
  timeoutMs: 1,
  maxBytes: 5,
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

describe('memoryPorts', () => {
  it('read and list files, which may change', async () => {
    const { files, tree } = memoryPorts({ files: { 'a/x.json': '{}', 'b.bin': Uint8Array.of(0xff) } });
    expect(await files.readText('./a/x.json')).toBe('{}');
    expect(await files.readText('a')).toBeUndefined();
    await expect(files.readText('b.bin')).rejects.toThrow('cannot read b.bin: it is not valid UTF-8');
    tree.set('a/y.json', Buffer.from('[]'));
    expect(await files.list(['**/*.json', '!a/x*'])).toEqual(['a/y.json']);
  });

  it.each(['../x', '/x'])('refuse %s', async (path) => {
    const { files } = memoryPorts();
    await expect(files.readText(path)).rejects.toThrow(ToolError);
    await expect(files.list([path])).rejects.toThrow(ToolError);
  });

  it('answer for programs by their command line', async () => {
    const { processes, requests } = memoryPorts({
      processes: {
        'tool sub --help': 'usage',
        'tool slow': { status: 'timeout' },
        'tool bad': { exitCode: 2, stderr: 'no' },
      },
    });
    const { stdout, ...end } = await processes.run({ ...REQUEST, maxBytes: 3 });
    expect([text(stdout), end]).toEqual([
      'usa',
      expect.objectContaining({ status: 'exited', exitCode: 0, truncated: true }),
    ]);
    expect(await processes.run({ ...REQUEST, args: ['slow'] })).toMatchObject({
      status: 'timeout',
      truncated: false,
    });
    const bad = await processes.run({ ...REQUEST, args: ['bad'] });
    expect([bad.exitCode, text(bad.stderr)]).toEqual([2, 'no']);
    expect(await processes.run({ ...REQUEST, args: [] })).toMatchObject({
      status: 'not-started',
      startError: 'ENOENT',
    });
    expect(requests.map(({ args }) => args.join(' '))).toEqual(['sub --help', 'slow', 'bad', '']);
  });

  it('answer for programs by a function', async () => {
    const { processes } = memoryPorts({
      processes: async ({ args }) => (args.length > 1 ? args.join() : undefined),
    });
    expect(text((await processes.run({ ...REQUEST, maxBytes: 100 })).stdout)).toBe('sub,--help');
    expect(await processes.run({ ...REQUEST, args: [] })).toMatchObject({ status: 'not-started' });
  });

  it('count scratch directories until they are given back', async () => {
    const { scratch, openScratch } = memoryPorts();
    await scratch.with('x', async (directory) => expect([...openScratch]).toEqual([directory]));
    await expect(scratch.with('x', () => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
    expect(openScratch.size).toBe(0);
  });

  it('know binaries and commands', async () => {
    const { binaries } = memoryPorts({
      binaries: { '/opt/v1/tool': 'ELF', '/opt/v2/plain': { problem: 'not-executable' } },
      commands: { tool: '/opt/v1/tool' },
    });
    expect(await binaries.inspect('/opt/v1/tool')).toEqual({
      sha256: createHash('sha256').update('ELF').digest('hex'),
      sizeBytes: 3,
      head: Buffer.from('ELF'),
      realPath: '/opt/v1/tool',
    });
    expect(await binaries.inspect('/opt/v2/plain')).toEqual({ problem: 'not-executable' });
    expect(await binaries.inspect('/none')).toEqual({ problem: 'absent' });
    expect(await binaries.head?.('/opt/v2/plain')).toBeUndefined();
    expect(await binaries.which('tool')).toBe('/opt/v1/tool');
    expect(await binaries.list?.('/opt', '*/tool')).toEqual(['/opt/v1/tool']);
  });

  it('find packages from a directory upwards', async () => {
    const at = (directory: string, version: string) => ({ name: 'tool', version, directory });
    const outer = at('/workspace/node_modules/tool', '1.0.0');
    const inner = at('/workspace/libs/a/node_modules/tool', '2.0.0');
    const { packages } = memoryPorts({
      packages: [outer, inner],
      packageFiles: { '/workspace/node_modules/tool/src/a.ts': 'a' },
    });
    expect(await packages.find('tool', '/workspace/libs/b')).toBe(outer);
    expect(await packages.find('tool', '/workspace/libs/a/src')).toBe(inner);
    expect(await packages.find('tool', '/elsewhere')).toBeUndefined();
    expect(await packages.readFiles(outer.directory, ['**/*.ts'])).toEqual([{ path: 'src/a.ts', text: 'a' }]);
    expect(await packages.readFiles('/none', ['**'])).toEqual([]);
  });

  it('are the same on every machine', () => {
    const { machine, progress, updates } = memoryPorts({ env: { A: '1' }, parallelism: 8 });
    expect([machine.now(), machine.env('A'), machine.env('PATH')]).toEqual([
      '2024-01-01T00:00:00Z',
      '1',
      undefined,
    ]);
    expect([machine.parallelism, machine.platform]).toEqual([8, { os: 'linux', arch: 'x86_64' }]);
    progress.update('pages', 1, 2);
    progress.end();
    expect(updates).toEqual(['pages 1/2']);
  });
});
