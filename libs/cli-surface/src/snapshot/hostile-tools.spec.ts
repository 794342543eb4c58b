import { tempDirectory } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';
import { chmodSync } from 'node:fs';
import {
  command,
  demoManifest,
  failureFindings,
  LINUX,
  paths,
  take,
  type ManifestParts,
} from './testing/fake-root';

/** Real processes: each tool is a shell script that does to its callers what real tools do. */
const describeOnPosix = process.platform === 'win32' ? describe.skip : describe;

const PAGE = `page() { echo "Usage: demo$1 [OPTIONS]"; echo; echo "Options:"; echo "  --json  Print JSON"; }
list() { page ""; echo; echo "Commands:"; for each in "$@"; do echo "  $each  Do $each"; done; }
`;

describeOnPosix('hostile tools', () => {
  const directory = tempDirectory();

  function tool(body: string, parts: ManifestParts['tool'] = {}) {
    const path = directory.write(
      'demo',
      `#!/bin/sh\n[ "$1" = --version ] && { echo "demo 1.0.0"; exit; }\n${PAGE}${body}\n`,
    );
    chmodSync(path, 0o755);
    const manifest = demoManifest({ tool: { timeoutMs: 5_000, maxPageBytes: 100_000, ...parts } });
    return [createPorts({ root: directory.path }), manifest, { binary: path, target: LINUX }] as const;
  }

  it('that hang are ended with everything they started', async () => {
    const run = tool(
      'case "$*" in --help) list hang well;; "hang --help") sleep 300 & sleep 300;; *) page " $1";; esac',
      {
        timeoutMs: 700,
      },
    );
    const { snapshots } = await take(...run);
    expect(snapshots[0]?.probe?.failures).toEqual([
      { path: ['hang'], kind: 'timeout', detail: 'no answer after 700 ms' },
    ]);
    expect(snapshots[0] && paths(snapshots[0])).toEqual(['', 'hang', 'well']);
  });

  it('whose own page hangs fail, with what is to be looked at [FP-SNAP-004]', async () => {
    const run = tool('sleep 300', { timeoutMs: 300 });
    expect(await failureFindings(...run)).toMatchObject({
      outcome: 'environment',
      findings: [
        {
          id: 'snapshot/root-page-failed',
          file: `snapshots/1.0.0/${LINUX}.json`,
          fix: expect.stringContaining('demo --help to see why') as string,
        },
      ],
    });
  });

  it('that leave a process behind which keeps the pipe are answered at their exit', async () => {
    const run = tool('sleep 300 & page ""');
    const { snapshots } = await take(...run);
    expect(snapshots[0]?.probe?.failures).toEqual([]);
  });

  it('that print without end are cut off', async () => {
    const { snapshots } = await take(
      ...tool('case "$*" in --help) list much;; *) head -c 10000000 /dev/zero | tr "\\0" x;; esac'),
    );
    expect(snapshots[0]?.probe?.failures).toEqual([
      { path: ['much'], kind: 'too-large', detail: 'more than 100000 bytes' },
    ]);
    const all = tool('head -c 10000000 /dev/zero | tr "\\0" x');
    expect(await failureFindings(...all)).toMatchObject({ findings: [{ id: 'snapshot/root-page-failed' }] });
  });

  it('that read their input find it closed', async () => {
    const { snapshots } = await take(...tool('cat > /dev/null; page ""'));
    expect(snapshots[0]?.commands).toHaveLength(1);
  });

  it('that write where they live find an empty home and directory at every call [FP-SNAP-002]', async () => {
    const body = `found=$(ls -A "$HOME" . | grep -c first)
touch "$HOME/first" first "$TMPDIR/first"
case "$*" in --help) list a b c d;; *) page " $1"; echo "  --found-$found  Files of earlier calls";; esac`;
    const { snapshots } = await take(...tool(body, { concurrency: 3 }));
    const flags = ['a', 'b', 'c', 'd'].map((name) => snapshots[0] && command(snapshots[0], name)?.flags);
    expect(flags.map((each) => each?.map(({ long }) => long))).toEqual(
      Array(4).fill(['--found-0', '--json']),
    );
  });

  it('that print what they see of the machine see nothing of it [FP-DET-004]', async () => {
    process.env['FIXPOINT_SPEC_SECRET'] = 'secret';
    try {
      const body = 'page ""; env | sort | sed "s/=/ /; s/^/  --/"; echo "  --cwd $(pwd)"';
      const { captures } = await take(...tool(body));
      const text = captures[0]?.text ?? '';
      expect(text).not.toContain('secret');
      expect(text).not.toContain(directory.path);
      expect(text).not.toMatch(/fixpoint-(home|work)/);
      expect(text).toContain('--HOME ~\n');
      expect(text).toContain('--TMPDIR /tmp\n');
    } finally {
      delete process.env['FIXPOINT_SPEC_SECRET'];
    }
  });

  it('that answer at different speeds give the same bytes at every concurrency', async () => {
    const body =
      'case "$*" in --help) list a b c d e f;; *) case $1 in a|c) sleep 0.1;; esac; page " $1";; esac';
    const texts = await Promise.all(
      [1, 2, 5].map(async (concurrency) => {
        const [ports, manifest, scope] = tool(body, { concurrency });
        const pinned = { ...ports, machine: { ...ports.machine, now: () => '2024-01-01T00:00:00Z' } };
        return (await take(pinned, manifest, scope)).artifacts[0]?.text;
      }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('"collected_at": "2024-01-01T00:00:00Z"');
  });

  it('that cannot be executed are named with what helps', async () => {
    const [ports, manifest, scope] = tool('page ""');
    chmodSync(scope.binary, 0o644);
    expect(await failureFindings(ports, manifest, scope)).toMatchObject({
      outcome: 'environment',
      findings: [{ id: 'snapshot/binary-not-executable', file: 'demo', fix: `chmod +x ${scope.binary}` }],
    });
  });

  it('whose interpreter is missing are named with the reason', async () => {
    const path = directory.write('broken', '#!/no/such/interpreter\n');
    chmodSync(path, 0o755);
    const failed = await failureFindings(createPorts({ root: directory.path }), demoManifest(), {
      binary: path,
      target: LINUX,
    });
    expect(failed.findings).toMatchObject([
      {
        id: 'snapshot/version-failed',
        message: expect.stringContaining('could not be started: ENOENT') as string,
      },
    ]);
  });
});
