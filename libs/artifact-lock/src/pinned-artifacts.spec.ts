import fc from 'fast-check';
import { LOCK_FILE } from './lock';
import { readPinnedArtifacts } from './pinned-artifacts';

const [ARCHIVE, BINARY] = ['a'.repeat(64), 'b'.repeat(64)];
const read = (lock: unknown) => readPinnedArtifacts(JSON.stringify(lock, null, 2), LOCK_FILE);

describe('readPinnedArtifacts', () => {
  it('gives archive and executable of a lock file of this product', () => {
    const entry = {
      version: '1.0.0',
      target: 'linux',
      source: 'npm',
      package: 'tool@1.0.0',
      archive: { sha256: ARCHIVE, size_bytes: 1 },
      binary: { sha256: BINARY, size_bytes: 2, file: 'bin/tool' },
    };
    expect(read({ lock_version: 1, artifacts: [entry] })).toEqual({
      ok: true,
      findings: [],
      value: [
        {
          version: '1.0.0',
          target: 'linux',
          archive: { sha256: ARCHIVE, size_bytes: 1 },
          binary: { sha256: BINARY, size_bytes: 2 },
          pointer: '/artifacts/0',
        },
      ],
    });
    expect(read({ lock_version: 1, artifacts: [{ ...entry, target: '..' }] })).toMatchObject({
      ok: false,
      findings: [{ id: 'lock/invalid-value', path: '/artifacts/0/target' }],
    });
  });

  const asset = (changes: object) => ({
    target_triple: 'linux-x64',
    asset_name: 'tool.tar.gz',
    download_url: 'https://example.com/tool',
    sha256: ARCHIVE.toUpperCase(),
    size_bytes: 3,
    ...changes,
  });
  const archive = { sha256: ARCHIVE, size_bytes: 3 };

  it.each([
    [
      'a version and the repository',
      { version: 1, upstream_repo: 'owner/tool', artifacts: [asset({ tool_version: '1.0.0' })] },
      [{ version: '1.0.0', target: 'linux-x64', archive, pointer: '/artifacts/0' }],
    ],
    [
      'a schema version and packages',
      {
        schema_version: 1,
        upstream: { channel: 'stable', package: 'tool' },
        artifacts: [
          asset({ package_name: 'tool', package_version: '9.9.9', other_version: '1.0.0' }),
          asset({ other_version: '1.1.0', asset_name: 'tool.exe', target_triple: 'win32-x64' }),
        ],
      },
      [
        { version: '1.0.0', target: 'linux-x64', archive, pointer: '/artifacts/0' },
        { version: '1.1.0', target: 'win32-x64', archive, binary: archive, pointer: '/artifacts/1' },
      ],
    ],
    [
      'an inventory',
      {
        schema_version: 1,
        inventory: { root: 'cli_manifests/tool', committed_versions: ['1.0.0'] },
        artifacts: [
          asset({ semantic_version: '1.0.0', other_version: '7', asset_name: 'bin/.tool', size_bytes: 0 }),
          asset({ semantic_version: '1.0.1', asset_name: undefined }),
        ],
      },
      [
        {
          version: '1.0.0',
          target: 'linux-x64',
          archive: { ...archive, size_bytes: 0 },
          binary: { ...archive, size_bytes: 0 },
          pointer: '/artifacts/0',
        },
        { version: '1.0.1', target: 'linux-x64', archive, pointer: '/artifacts/1' },
      ],
    ],
  ])('reads the shape of rules version 1 with %s', (_name, lock, value) => {
    expect(read(lock)).toEqual({ ok: true, findings: [], value });
  });

  it('tells every problem of such a file at once, each with its position', () => {
    const text = JSON.stringify(
      {
        version: 1,
        artifacts: [asset({ v_version: '1', sha256: 'x' }), asset({ v_version: '1', size_bytes: '3' })],
      },
      null,
      2,
    );
    const found = readPinnedArtifacts(text, LOCK_FILE).findings.map(({ path, position }) => [
      path,
      position?.line,
    ]);
    expect(found).toEqual([
      ['/artifacts/0/sha256', 8],
      ['/artifacts/1/size_bytes', 17],
    ]);
    expect(read({ version: 1, artifacts: [asset({ package_version: '1.0.0' })] })).toMatchObject({
      ok: false,
      findings: [{ id: 'lock/invalid-value', path: '/artifacts/0' }],
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readPinnedArtifacts(text, LOCK_FILE)));
    fc.assert(fc.property(fc.json(), (text) => void readPinnedArtifacts(text, LOCK_FILE)));
  });
});
