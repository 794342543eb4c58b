import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import {
  EMPTY_LOCK,
  isDirectoryName,
  LOCK_FILE,
  lockJsonSchema,
  lockText,
  parseLock,
  type LockedArtifact,
} from './lock';

type NpmArtifact = Extract<LockedArtifact, { source: 'npm' }>;
type GithubArtifact = Extract<LockedArtifact, { source: 'github-release' }>;

const SHA = 'a'.repeat(64);

function entry(version: string, target = 'linux', changes: Partial<NpmArtifact> = {}): NpmArtifact {
  return {
    version,
    target,
    source: 'npm',
    package: `tool@${version}`,
    archive: { sha256: SHA, size_bytes: 1 },
    binary: { sha256: SHA, size_bytes: 2, file: 'bin/tool' },
    ...changes,
  };
}

const RELEASED: GithubArtifact = {
  version: '1.0.0',
  target: 'windows',
  source: 'github-release',
  repo: 'owner/tool',
  tag: 'cli/v1.0.0',
  asset: 'tool.exe',
  url: 'https://github.com/owner/tool/releases/download/cli/v1.0.0/tool.exe',
  archive: { sha256: SHA, size_bytes: 2 },
  binary: { sha256: SHA, size_bytes: 2, file: 'tool.exe' },
};

const textOf = (...artifacts: readonly unknown[]) => JSON.stringify({ lock_version: 1, artifacts }, null, 2);
const findingsOf = (text: string) => parseLock(text, LOCK_FILE).findings;

describe('parseLock', () => {
  it('reads what lockText writes', () => {
    const lock = { lock_version: 1 as const, artifacts: [entry('1.0.0'), entry('1.0.0', 'macos'), RELEASED] };
    expect(parseLock(lockText(lock), LOCK_FILE)).toEqual({ ok: true, value: lock, findings: [] });
  });

  it('tells every problem at once, each with its position and a fix', () => {
    const text = textOf(
      { ...entry('1.0.0'), package: 'tool@latest', archive: { sha256: 'ABC', size_bytes: 1 } },
      { ...entry('1.0.0', 'macos'), binary: { sha256: SHA, size_bytes: 0, file: '../tool' }, extra: 1 },
    );
    const found = findingsOf(text).map(({ id, path, position }) => [id, path, position?.line]);
    expect(found).toEqual([
      ['lock/invalid-value', '/artifacts/0/package', 8],
      ['lock/invalid-value', '/artifacts/0/archive/sha256', 10],
      ['lock/invalid-value', '/artifacts/1/binary/size_bytes', 30],
      ['lock/invalid-value', '/artifacts/1/binary/file', 31],
      ['lock/unknown-key', '/artifacts/1/extra', 33],
    ]);
    expect(findingsOf(text).every(({ file, fix }) => file === LOCK_FILE && fix.includes(LOCK_FILE))).toBe(
      true,
    );
  });

  it.each([
    ['repo', 'tool'],
    ['repo', '../../user'],
    ['tag', ''],
    ['tag', '../../1'],
    ['tag', 'v1?x'],
    ['asset', '../tool'],
    ['asset', 'a b'],
    ['url', 'file:///etc/passwd'],
    ['url', 'tool.exe'],
  ])('refuses a release whose %s is %j', (key, value) => {
    expect(findingsOf(textOf({ ...RELEASED, [key]: value }))).toMatchObject([
      { id: 'lock/invalid-value', path: `/artifacts/0/${key}` },
    ]);
  });

  it('names the sources there are', () => {
    expect(findingsOf(textOf({ ...entry('1.0.0'), source: 'ftp' }))).toMatchObject([
      {
        path: '/artifacts/0/source',
        message: '/artifacts/0/source: one of "npm", "github-release" is needed',
      },
    ]);
  });

  it('tells where a text stops being JSON', () => {
    const [finding, ...others] = findingsOf(textOf(entry('1.0.0')).slice(0, 40));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ id: 'lock/invalid-json', file: LOCK_FILE, position: { line: 4 } });
  });

  it('refuses two entries for the same version and target', () => {
    const text = textOf(entry('1.0.0'), entry('2.0.0'), entry('1.0.0', 'linux', { package: 'other@1.0.0' }));
    expect(findingsOf(text)).toMatchObject([
      {
        id: 'lock/repeated-artifact',
        path: '/artifacts/2',
        message: '/artifacts/2: 1.0.0 for linux is pinned twice',
      },
    ]);
  });

  it.each(['..', '../../etc', 'a/b', 'a\\b', '', '.hidden'])(
    'refuses a version or target that names no directory: %j',
    (name) => {
      const ids = findingsOf(textOf({ ...entry('1.0.0', name), version: name })).map(({ path }) => path);
      expect(ids).toEqual(['/artifacts/0/version', '/artifacts/0/target']);
      expect(isDirectoryName(name)).toBe(false);
    },
  );

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseLock(text, LOCK_FILE)));
    fc.assert(fc.property(fc.json(), (text) => expect(parseLock(text, LOCK_FILE).ok).toBe(false)));
  });
});

describe('lockText', () => {
  it('sorts by version, then target, whatever the order before', () => {
    const sorted = [entry('0.9.0'), entry('0.10.0', 'a'), entry('0.10.0', 'b'), entry('nightly')];
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (artifacts) => {
        expect(lockText({ lock_version: 1, artifacts })).toBe(
          lockText({ lock_version: 1, artifacts: sorted }),
        );
      }),
    );
    expect(JSON.parse(lockText({ lock_version: 1, artifacts: sorted.toReversed() }))).toEqual({
      lock_version: 1,
      artifacts: sorted,
    });
  });

  it('is the same for any order of versions that are not semantic', () => {
    const versions = fc.uniqueArray(fc.constantFrom('10', '9.0.0', '10.0.0', 'a', '2x', '1.0.0-rc.1'), {
      minLength: 2,
    });
    fc.assert(
      fc.property(versions, (names) => {
        const artifacts = names.map((name) => entry(name));
        expect(lockText({ lock_version: 1, artifacts: artifacts.toReversed() })).toBe(
          lockText({ lock_version: 1, artifacts }),
        );
      }),
    );
  });

  it('keeps the last of two entries for a pair, and the schema of the file', () => {
    const artifacts = [entry('1.0.0'), entry('1.0.0', 'linux', { package: 'other@1.0.0' })];
    const lock = { $schema: './lock.json', lock_version: 1 as const, artifacts };
    expect(JSON.parse(lockText(lock))).toEqual({ ...lock, artifacts: [artifacts[1]] });
  });

  it('has the keys in the order of the schema', () => {
    const { binary, ...others } = entry('1.0.0');
    const shuffled = { binary, ...others };
    expect(lockText({ artifacts: [shuffled], lock_version: 1 })).toBe(
      lockText({ lock_version: 1, artifacts: [entry('1.0.0')] }),
    );
  });

  it('is canonical: two spaces, LF, one final newline', () => {
    expect(lockText(EMPTY_LOCK)).toBe('{\n  "lock_version": 1,\n  "artifacts": []\n}\n');
  });
});

it('has a JSON Schema that accepts what is written and refuses what is not read', () => {
  const validate = new Ajv2020({ strict: false }).compile(lockJsonSchema());
  expect(validate(JSON.parse(lockText({ lock_version: 1, artifacts: [entry('1.0.0'), RELEASED] })))).toBe(
    true,
  );
  expect(validate({ lock_version: 1, artifacts: [entry('..')] })).toBe(false);
  expect(validate({ lock_version: 2, artifacts: [] })).toBe(false);
});
