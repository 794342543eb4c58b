import { BINARY, demoManifest, demoPorts, failureFindings, LINUX, paths, take } from './testing/fake-root';

const PAGES: Readonly<Record<string, string>> = {
  '--version': 'codex-cli 0.50.0\n',
  'features list': 'fast  stable  false\n',
  '--help':
    'Codex\n\nUsage: codex [OPTIONS]\n\nCommands:\n  exec  Run\n  help  Explain\n\nOptions:\n  --json  Print JSON\n',
  'help exec': 'Run\n\nUsage: codex exec [OPTIONS] [PROMPT]\n\nOptions:\n  --fast  Go\n',
  'help help': 'Explain\n\nUsage: codex help\n',
};
const TOOL = { name: 'codex', version: '0.50.0' };
const manifest = { ...demoManifest({ rulesSchemaVersion: 1, binaries: {} }), tool: undefined };
const scope = { binary: BINARY, target: LINUX };

function ports(world: Parameters<typeof demoPorts>[1] = {}) {
  const processes = ({ args }: { readonly args: readonly string[] }) =>
    PAGES[args.filter((word, index) => word !== '--enable' && args[index - 1] !== '--enable').join(' ')] ?? {
      exitCode: 2,
    };
  return demoPorts(TOOL, { root: '/roots/codex', processes, ...world });
}

describe('rules of version 1', () => {
  it('measure by the reference: its own calls, its own bytes', async () => {
    // A script runs anywhere, and version 1 records where it was measured.
    const world = ports({
      platform: { os: 'linux', arch: 'riscv64' },
      binaries: { [BINARY]: '#!/bin/sh\n' },
    });
    const { snapshots, artifacts, captures } = await take(world, manifest, scope);
    expect(snapshots[0]?.binary.platform).toEqual({ os: 'linux', arch: 'riscv64' });
    expect(artifacts.map(({ path }) => path)).toEqual([`snapshots/0.50.0/${LINUX}.json`]);
    expect(snapshots[0] && paths(snapshots[0])).toEqual(['', 'exec', 'help']);
    expect(snapshots[0]).toMatchObject({ tool: 'codex-cli', features: { enabled_for_snapshot: ['fast'] } });
    expect(snapshots[0]).not.toHaveProperty('generator');
    expect(captures.map(({ path }) => path)).toContain(`raw_help/0.50.0/${LINUX}/commands/exec/help.txt`);
  });

  it('keep the committed time while nothing else changes', async () => {
    const first = (await take(ports(), manifest, scope)).artifacts[0];
    const files = { [first?.path ?? '']: first?.text ?? '' };
    const again = await take(ports({ files, now: '2031-01-01T00:00:00Z' }), manifest, scope);
    expect(again.artifacts[0]).toEqual(first);
  });

  it('know the tool by a committed snapshot when the directory does not name it', async () => {
    const files = { [`snapshots/0.1.0/${LINUX}.json`]: '{\n  "tool": "codex-cli"\n}\n' };
    expect((await take(ports({ root: '/elsewhere', files }), manifest, scope)).snapshots[0]?.tool).toBe(
      'codex-cli',
    );
    expect(await failureFindings(ports({ root: '/elsewhere' }), manifest, scope)).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'snapshot/tool-unknown', file: 'RULES.json' }],
    });
  });

  it('fail on any page that fails', async () => {
    const processes = ({ args }: { readonly args: readonly string[] }) =>
      args.join(' ') === 'help exec' ? { exitCode: 1 } : (PAGES[args.join(' ')] ?? { exitCode: 2 });
    expect(await failureFindings(ports({ processes }), manifest, scope)).toMatchObject({
      outcome: 'environment',
    });
  });
});
