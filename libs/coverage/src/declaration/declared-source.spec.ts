import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';
import type { WrapperConfig } from '@fixpoint/surface-formats';
import { manifestOf } from '../test-support/manifest';
import { collectSource } from './declared-source';

const ROOT = '/work/libs/tool/cli_manifest';

async function collect(source: WrapperConfig['source'], world: MemoryWorld = {}) {
  const ports = memoryPorts({ root: ROOT, ...world });
  const result = await collectSource(ports, manifestOf({ wrapper: { source } }));
  return { result, ports };
}

const COMMAND = { kind: 'command', command: ['node', 'print.mjs'] } as const;

describe('collectSource', () => {
  it('reads a module with the name of its constant', async () => {
    const source = { kind: 'module', path: 'coverage.ts', exportName: 'coverage' } as const;
    const { result } = await collect(source, { files: { 'coverage.ts': 'export const coverage = {};' } });
    expect(result).toMatchObject({
      ok: true,
      value: {
        kind: 'module',
        file: 'coverage.ts',
        text: 'export const coverage = {};',
        exportName: 'coverage',
      },
    });
  });

  it('reads a file that lies outside the root', async () => {
    const source = { kind: 'file', path: '../src/cover[1].json' } as const;
    const world = { packageFiles: { '/work/libs/tool/src/cover[1].json': '{}' } };
    expect((await collect(source, world)).result).toMatchObject({ ok: true, value: { text: '{}' } });
    expect((await collect(source)).result).toMatchObject({
      ok: false,
      findings: [{ id: 'wrapper-coverage/source-missing', file: '../src/cover[1].json' }],
    });
  });

  it('says what to create when the file is not there', async () => {
    const { result } = await collect({ kind: 'module', path: 'coverage.ts', exportName: 'surface' });
    expect(result.findings).toEqual([
      expect.objectContaining({
        id: 'wrapper-coverage/source-missing',
        file: 'coverage.ts',
        fix: expect.stringContaining('export const surface = { schema_version: 1, coverage: [] };'),
      }),
    ]);
  });

  it('asks for a declaration when there is none', async () => {
    const { result } = await collect(undefined);
    expect(result).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'wrapper-coverage/source-undeclared', path: '/wrapper/source' }],
    });
  });

  it('runs a command in the root, with nothing of the environment but what finding programs needs', async () => {
    const { result, ports } = await collect(COMMAND, {
      processes: { 'node print.mjs': '{"schema_version": 1}' },
      env: { PATH: '/bin', HOME: '/home/me', SECRET: 'x' },
    });
    expect(result).toMatchObject({ ok: true, value: { kind: 'command', text: '{"schema_version": 1}' } });
    expect(ports.requests).toMatchObject([
      { cwd: ROOT, env: { PATH: '/bin', HOME: '/home/me', NO_COLOR: '1' }, timeoutMs: 60_000 },
    ]);
    expect(ports.requests[0]?.env).not.toHaveProperty('SECRET');
  });

  it.each<[string, NonNullable<MemoryWorld['processes']>, object]>([
    [
      'is not there',
      {},
      { outcome: 'environment', findings: [{ message: expect.stringContaining('ENOENT') }] },
    ],
    [
      'hangs',
      () => ({ status: 'timeout' }),
      { findings: [{ message: expect.stringContaining('did not end within 60 s') }] },
    ],
    [
      'fails',
      () => ({ exitCode: 3, stderr: 'first\nSyntaxError: no\n' }),
      { findings: [{ message: expect.stringContaining('exit code 3'), actual: 'SyntaxError: no' }] },
    ],
    [
      'is killed',
      () => ({ status: 'signalled', signal: 'SIGSEGV' }),
      { findings: [{ message: expect.stringContaining('SIGSEGV') }] },
    ],
    [
      'prints without end',
      () => 'x'.repeat(17 * 1024 * 1024),
      { findings: [{ message: expect.stringContaining('printed more than') }] },
    ],
  ])('reports a command that %s', async (_name, processes, expected) => {
    const { result } = await collect(COMMAND, { processes });
    expect(result).toMatchObject({ ok: false, ...expected });
    expect(result.findings).toEqual([
      expect.objectContaining({ id: 'wrapper-coverage/command-failed', path: '/wrapper/source/command' }),
    ]);
  });
});
