import type { Manifest, WrapperCoverage } from '@fixpoint/surface-formats';
import type { MemoryWorld } from '@fixpoint/testkit';
import { LINUX, manifestOf, referenceManifestOf } from '../test-support/manifest';
import { jsonOf, run, type RunRequest } from '../test-support/run';
import { wrapperCoverageDerivation } from './wrapper-coverage-derivation';

const FILE = 'wrapper_coverage.json';
const PACKAGE = { name: 'tool-sdk', version: '3.2.1', directory: '/workspace/node_modules/tool-sdk' };

function declared(entries: readonly object[], more: object = {}): MemoryWorld {
  return { files: { 'coverage.json': JSON.stringify({ schema_version: 1, ...more, coverage: entries }) } };
}

function derive(world: MemoryWorld, manifest: Manifest = manifestOf(), scope: RunRequest['scope'] = {}) {
  return run(wrapperCoverageDerivation, { manifest, world, scope });
}

const EXEC = { path: ['exec'], level: 'explicit' };

describe('wrapperCoverageDerivation', () => {
  it('writes the declaration in canonical form, without a time', async () => {
    const { artifacts, findings, checked } = await derive(
      declared([EXEC, { path: [], level: 'explicit' }], { wrapper_version: '1.2.3' }),
    );
    expect(artifacts.map(({ path }) => path)).toEqual([FILE]);
    expect(artifacts[0]?.text).toBe(`{
  "schema_version": 1,
  "wrapper_version": "1.2.3",
  "coverage": [
    {
      "path": [],
      "level": "explicit"
    },
    {
      "path": [
        "exec"
      ],
      "level": "explicit"
    }
  ]
}
`);
    expect([...findings, ...checked]).toEqual([]);
  });

  it('owns its file only where it derives it', () => {
    const scope = { check: true };
    expect(wrapperCoverageDerivation.owns(manifestOf(), scope)).toEqual([FILE]);
    expect(wrapperCoverageDerivation.owns(manifestOf({ wrapper: undefined }), scope)).toEqual([]);
    expect(wrapperCoverageDerivation.allowsEmpty?.(manifestOf({ wrapper: {} }), scope)).toBe(true);
    expect(wrapperCoverageDerivation.fix('libs/my tool')).toBe(
      "fixpoint wrapper-coverage --root 'libs/my tool'",
    );
  });

  describe('the version of the wrapper', () => {
    const evidence = { package: 'tool-sdk', files: ['dist/**/*.js'] };
    const manifest = manifestOf({
      wrapper: { source: { kind: 'file', path: 'coverage.json' }, evidence },
    });
    const versionOf = async (world: MemoryWorld): Promise<string | undefined> =>
      jsonOf<WrapperCoverage>((await derive(world, manifest)).artifacts, FILE).wrapper_version;

    it('is the declared one, else that of the installed package, else the committed one', async () => {
      const world = declared([EXEC]);
      const committed = { ...world.files, [FILE]: '{"wrapper_version": "2.0.0"}' };
      expect(
        await versionOf({ ...declared([EXEC], { wrapper_version: '1.0.0' }), packages: [PACKAGE] }),
      ).toBe('1.0.0');
      expect(await versionOf({ files: committed, packages: [PACKAGE] })).toBe('3.2.1');
      expect(await versionOf({ files: committed })).toBe('2.0.0');
      expect(await versionOf(world)).toBeUndefined();
    });

    it('is a warning when the declaration was made for another one', async () => {
      const { checked } = await derive(
        { ...declared([EXEC], { wrapper_version: '1.0.0' }), packages: [PACKAGE] },
        manifest,
      );
      expect(checked).toEqual([
        expect.objectContaining({
          id: 'wrapper-coverage/version-differs',
          severity: 'warning',
          expected: '3.2.1',
          actual: '1.0.0',
          position: { line: 1, column: 21 },
        }),
      ]);
    });
  });

  describe('scopes', () => {
    const scoped = (scope: object) => declared([{ ...EXEC, scope }]);

    it('are expanded from platforms', async () => {
      const { artifacts } = await derive(scoped({ platforms: ['linux'] }));
      expect(jsonOf<WrapperCoverage>(artifacts, FILE).coverage[0]?.scope).toEqual({
        target_triples: [LINUX],
      });
    });

    it.each([
      [{ platforms: ['linx'] }, 'wrapper-coverage/unknown-platform', 'platforms/0', 'linux'],
      [{ target_triples: [LINUX.slice(1)] }, 'wrapper-coverage/unknown-target', 'target_triples/0', LINUX],
    ])('refuse %j under both rule sets [FP-COV-004]', async (scope, id, pointer, expected) => {
      for (const manifest of [manifestOf(), referenceManifestOf()]) {
        const result = await derive(scoped(scope), manifest);
        expect(result.ok).toBe(false);
        expect(result.findings).toEqual([
          expect.objectContaining({ id, path: `/coverage/0/scope/${pointer}`, expected }),
        ]);
      }
    });

    it('are refused when they are empty, which the reference takes for all targets', async () => {
      for (const empty of [{}, { platforms: [] }, { platforms: [], target_triples: [] }]) {
        const refused = await derive(scoped(empty));
        expect(refused.findings).toEqual([
          expect.objectContaining({ id: 'wrapper-coverage/empty-scope', path: '/coverage/0/scope' }),
        ]);
        const widened = await derive(scoped(empty), referenceManifestOf());
        expect(jsonOf<WrapperCoverage>(widened.artifacts, FILE).coverage).toEqual([EXEC]);
      }
    });
  });

  it('tells the rules of sound entries beside the defects of others', async () => {
    const { ok, findings, checked } = await derive(
      declared([
        { path: ['a'], level: 'nonsense' },
        { path: ['b'], level: 'passthrough' },
      ]),
    );
    expect(ok).toBe(false);
    expect(findings.map(({ id }) => id)).toEqual(['wrapper-coverage/unknown-value']);
    expect(checked.map(({ id, path }) => [id, path])).toEqual([
      ['wrapper-coverage/note-missing', '/coverage/1'],
    ]);
  });

  describe('a file that is kept by hand', () => {
    const manifest = manifestOf({ wrapper: undefined });
    const byHand = (coverage: unknown): MemoryWorld => ({
      files: { [FILE]: JSON.stringify({ schema_version: 1, coverage }) },
    });

    it('is not derived and still held to the rules', async () => {
      const { artifacts, checked } = await derive(
        byHand([
          { path: ['a'], level: 'passthrough' },
          { path: ['b'], level: 'explicit', scope: {} },
        ]),
        manifest,
      );
      expect(artifacts).toEqual([]);
      expect(checked.map(({ id, file }) => [id, file])).toEqual([
        ['wrapper-coverage/empty-scope', FILE],
        ['wrapper-coverage/note-missing', FILE],
      ]);
    });

    it('is reported when it cannot be read', async () => {
      const { checked } = await derive({ files: { [FILE]: '{' } }, manifest);
      expect(checked).toEqual([expect.objectContaining({ id: 'wrapper-coverage/invalid-json', file: FILE })]);
    });

    it('may be absent, and is left alone by rules version 1', async () => {
      expect((await derive({}, manifest)).checked).toEqual([]);
      const reference = referenceManifestOf({ wrapper: undefined });
      expect((await derive(byHand([{ path: ['a'], level: 'passthrough' }]), reference)).checked).toEqual([]);
    });
  });

  describe('rules version 1', () => {
    const timeOf = async (world: MemoryWorld, scope: RunRequest['scope'] = {}) =>
      jsonOf<WrapperCoverage>((await derive(world, referenceManifestOf(), scope)).artifacts, FILE)
        .generated_at;
    const committed = (time: string, entries: readonly object[]) =>
      JSON.stringify({ schema_version: 1, generated_at: time, coverage: entries });

    it('takes the time from SOURCE_DATE_EPOCH, the unchanged artifact, the declaration, or has none', async () => {
      const world = declared([EXEC], { generated_at: '2026-05-01T00:00:00Z' });
      const unchanged = { ...world.files, [FILE]: committed('2026-04-01T00:00:00Z', [EXEC]) };
      const changed = { ...world.files, [FILE]: committed('2026-04-01T00:00:00Z', []) };
      expect(await timeOf({ files: unchanged, env: { SOURCE_DATE_EPOCH: '0' } })).toBe(
        '1970-01-01T00:00:00Z',
      );
      expect(await timeOf({ files: unchanged })).toBe('2026-04-01T00:00:00Z');
      expect(await timeOf({ files: changed })).toBe('2026-05-01T00:00:00Z');
      expect(await timeOf(declared([EXEC]))).toBe('1970-01-01T00:00:00Z');
    });

    it('does not look at SOURCE_DATE_EPOCH in a run that only compares', async () => {
      const world = declared([EXEC]);
      const files = { ...world.files, [FILE]: committed('2026-04-01T00:00:00Z', [EXEC]) };
      const env = { SOURCE_DATE_EPOCH: '86400' };
      expect(await timeOf({ files, env }, { check: true })).toBe('2026-04-01T00:00:00Z');
    });

    it('writes the time between the schema and the wrapper version', async () => {
      const { artifacts } = await derive(declared([], { wrapper_version: '1' }), referenceManifestOf());
      expect(artifacts[0]?.text).toBe(
        '{\n  "schema_version": 1,\n  "generated_at": "1970-01-01T00:00:00Z",\n  "wrapper_version": "1",\n  "coverage": []\n}\n',
      );
    });

    it('insists on what the marker must say', async () => {
      const manifest = referenceManifestOf({
        targets: { required: LINUX, expected: [LINUX, 'riscv'], platforms: { [LINUX]: 'linux' } },
        raw: { sorting: { commands: 'lexicographic_path', flags: 'other' } },
      });
      const { findings } = await derive(declared([EXEC]), manifest);
      expect(findings.map(({ id, path, actual }) => [id, path, actual])).toEqual([
        ['wrapper-coverage/rule-not-supported', '/sorting/flags', '"other"'],
        ['wrapper-coverage/rule-not-supported', '/sorting/args', 'absent'],
        ['wrapper-coverage/rule-not-supported', '/sorting/expected_targets', 'absent'],
        [
          'wrapper-coverage/rule-not-supported',
          '/wrapper_coverage/scope_semantics/platforms_expand_to_expected_targets',
          'absent',
        ],
        [
          'wrapper-coverage/rule-not-supported',
          '/wrapper_coverage/scope_semantics/platforms_expand_using',
          'absent',
        ],
        ['wrapper-coverage/rule-not-supported', '/union/platform_mapping/riscv', 'absent'],
      ]);
    });

    it('leaves overlaps and notes to the validator of the root', async () => {
      const { checked, ok } = await derive(
        declared([{ ...EXEC, level: 'passthrough' }, EXEC]),
        referenceManifestOf(),
      );
      expect([ok, checked]).toEqual([true, []]);
    });
  });
});
