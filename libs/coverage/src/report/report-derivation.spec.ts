import type { CoverageReport, Manifest, WrapperCommand } from '@fixpoint/surface-formats';
import { LINUX, MACOS, manifestOf, referenceManifestOf, TARGETS, WINDOWS } from '../test-support/manifest';
import { deriveReports, listsOf } from '../test-support/report';
import { jsonOf, run, type RunRequest } from '../test-support/run';
import { inputsOf, unionOf, unionText } from '../test-support/union';
import { reportDerivation } from './report-derivation';

const UNION = unionOf({ '': { flags: ['--help'] }, exec: {} });
const COVERAGE: WrapperCommand[] = [{ path: ['exec'], level: 'explicit' }];
const WRAPPER = JSON.stringify({
  schema_version: 1,
  generated_at: '2026-03-01T00:00:00Z',
  wrapper_version: '9.9.9',
  coverage: COVERAGE,
});
const FILES = { 'wrapper_coverage.json': WRAPPER, 'snapshots/1.0.0/union.json': unionText(UNION) };

function derive(
  files: Readonly<Record<string, string>>,
  manifest: Manifest = manifestOf(),
  more: { scope?: RunRequest['scope']; env?: Record<string, string> } = {},
) {
  return run(reportDerivation, { manifest, world: { files, env: more.env }, scope: more.scope });
}

const REFERENCE = referenceManifestOf();
const NAMED = { scope: { version: '1.0.0' } };
const pathsOf = ({ artifacts }: { artifacts: readonly { path: string }[] }) =>
  artifacts.map(({ path }) => path);

describe('reportDerivation', () => {
  it('writes one report for each view of a complete union, and the work queue', async () => {
    expect(pathsOf(await derive(FILES))).toEqual([
      `reports/1.0.0/coverage.${MACOS}.json`,
      'reports/1.0.0/coverage.all.json',
      'reports/1.0.0/coverage.any.json',
      `reports/1.0.0/coverage.${WINDOWS}.json`,
      `reports/1.0.0/coverage.${LINUX}.json`,
      'reports/1.0.0/work-queue.md',
    ]);
  });

  it('writes no report over all targets for a union that lacks some', async () => {
    const union = unionOf({ exec: {} }, { inputs: inputsOf([LINUX]) });
    const result = await derive({ ...FILES, 'snapshots/1.0.0/union.json': unionText(union) });
    expect(pathsOf(result)).toEqual([
      'reports/1.0.0/coverage.any.json',
      `reports/1.0.0/coverage.${LINUX}.json`,
      'reports/1.0.0/work-queue.md',
    ]);
  });

  it('says what it was made of, and no time', async () => {
    const { artifacts } = await derive(FILES);
    const report = jsonOf<CoverageReport>(artifacts, 'reports/1.0.0/coverage.any.json');
    expect(report).toEqual({
      schema_version: 1,
      inputs: {
        upstream: { semantic_version: '1.0.0', mode: 'union', targets: TARGETS },
        wrapper: { schema_version: 1, wrapper_version: '9.9.9' },
        rules: { rules_schema_version: 2 },
      },
      platform_filter: { mode: 'any' },
      deltas: {
        missing_commands: [{ path: [], upstream_available_on: TARGETS }],
        missing_flags: [{ path: [], key: '--help', upstream_available_on: TARGETS }],
        missing_args: [],
      },
    });
  });

  describe('which versions it reports on', () => {
    const two = { ...FILES, 'snapshots/1.1.0/union.json': unionText(UNION) };

    it('are all with a union, or the named one', async () => {
      expect(new Set(pathsOf(await derive(two)).map((path) => path.split('/')[1]))).toEqual(
        new Set(['1.0.0', '1.1.0']),
      );
      const named = await derive(two, manifestOf(), { scope: { version: '1.1.0' } });
      expect(new Set(pathsOf(named).map((path) => path.split('/')[1]))).toEqual(new Set(['1.1.0']));
    });

    it('are those with reports under rules version 1, where not every version has them', async () => {
      expect(pathsOf(await derive(two, REFERENCE))).toEqual([]);
      const files = {
        ...two,
        'reports/1.1.0/coverage.any.json': '{}',
        'reports/0.9.0/coverage.any.json': '{}',
      };
      expect(new Set(pathsOf(await derive(files, REFERENCE)).map((path) => path.split('/')[1]))).toEqual(
        new Set(['1.1.0']),
      );
      expect(pathsOf(await derive(two, REFERENCE, NAMED))).toHaveLength(5);
    });

    it('have a name that can be a directory', async () => {
      const result = await derive(FILES, manifestOf(), { scope: { version: '../1.0.0' } });
      expect(result.findings).toEqual([expect.objectContaining({ id: 'report/version-name' })]);
    });

    it('are named for a fix that says what else to do where nothing declares coverage', async () => {
      const files = { 'snapshots/1.0.0/union.json': unionText(UNION) };
      const { findings } = await derive(files, manifestOf({ wrapper: undefined }), NAMED);
      expect(findings).toEqual([
        expect.objectContaining({
          id: 'report/wrapper-coverage-missing',
          fix: expect.stringContaining('declare "wrapper": { "source": … } in RULES.json'),
        }),
      ]);
    });

    it('are none in a root that has nothing to do with a wrapper', async () => {
      const files = { 'snapshots/1.0.0/union.json': unionText(UNION) };
      const manifest = manifestOf({ wrapper: undefined });
      expect(await derive(files, manifest)).toMatchObject({ ok: true, artifacts: [] });
      expect(reportDerivation.allowsEmpty?.(manifest, { check: false })).toBe(true);
      expect(reportDerivation.allowsEmpty?.(manifestOf(), { check: false })).toBe(false);
    });
  });

  describe('inputs that are not as they should be', () => {
    it('are missing', async () => {
      const result = await derive({}, manifestOf(), { scope: { version: '2.0.0' } });
      expect(result.findings.map(({ id, file, fix }) => [id, file, fix])).toEqual([
        [
          'report/wrapper-coverage-missing',
          'wrapper_coverage.json',
          'fixpoint wrapper-coverage --root cli_manifests/tool',
        ],
        [
          'report/union-missing',
          'snapshots/2.0.0/union.json',
          'fixpoint union --root cli_manifests/tool --version 2.0.0',
        ],
      ]);
    });

    it('are cut off', async () => {
      const cut = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, text.slice(0, -9)]));
      const result = await derive(cut);
      expect(result.findings.map(({ id, file, position }) => [id, file, position?.line])).toEqual([
        ['report/invalid-json', 'wrapper_coverage.json', 1],
        ['report/invalid-json', 'snapshots/1.0.0/union.json', expect.any(Number)],
      ]);
      expect(result.findings[1]?.fix).toBe('fixpoint union --root cli_manifests/tool --version 1.0.0');
    });

    it('have another shape', async () => {
      const union = unionText({ ...UNION, mode: 'per-target' as 'union', inputs: [] });
      const wrapper = JSON.stringify({ schema_version: 1, coverage: [{ path: [] }] });
      const { findings } = await derive({
        'snapshots/1.0.0/union.json': union,
        'wrapper_coverage.json': wrapper,
      });
      expect(findings.map(({ id, path }) => [id, path])).toEqual([
        ['report/wrapper-coverage-malformed', '/coverage/0'],
        ['report/union-malformed', '/mode'],
        ['report/union-malformed', '/inputs'],
      ]);
    });

    it('were made for other targets than the root expects now', async () => {
      const union = unionOf(
        { exec: {} },
        { expected_targets: [LINUX], inputs: inputsOf([LINUX]), complete: true },
      );
      for (const manifest of [manifestOf(), REFERENCE]) {
        const files = { ...FILES, 'snapshots/1.0.0/union.json': unionText(union) };
        const { findings } = await derive(files, manifest, NAMED);
        expect(findings).toEqual([
          expect.objectContaining({ id: 'report/targets-differ', path: '/expected_targets', actual: LINUX }),
        ]);
      }
    });

    it('are a marker that names other files or orders under rules version 1', async () => {
      const raw = { ...REFERENCE.raw, report: { file_naming: { any: 'any.json' } } };
      const { findings } = await derive(FILES, referenceManifestOf({ raw }), NAMED);
      expect(findings.map(({ path }) => path)).toEqual([
        '/report/file_naming/any',
        '/report/file_naming/all',
        '/report/file_naming/per_target',
        '/report/filter_semantics/when_union_incomplete/all',
      ]);
      expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
      const compared = await derive(FILES, referenceManifestOf({ raw }), {
        scope: { version: '1.0.0', check: true },
      });
      expect(compared).toMatchObject({ ok: true, artifacts: [] });
      expect(compared.findings.every(({ severity }) => severity === 'warning')).toBe(true);
      expect(compared.findings).toHaveLength(4);
    });
  });

  describe('the time of a report under rules version 1', () => {
    const PATH = 'reports/1.0.0/coverage.any.json';
    const timeOf = async (
      files: Readonly<Record<string, string>>,
      more: Parameters<typeof derive>[2] = {},
    ) => {
      const { artifacts } = await derive(files, REFERENCE, { ...NAMED, ...more });
      return jsonOf<CoverageReport>(artifacts, PATH).generated_at;
    };

    it('is the newest of the inputs, unless nothing but the time differs from what is committed', async () => {
      expect(await timeOf(FILES)).toBe('2026-03-01T00:00:00Z');
      const { artifacts } = await derive(FILES, REFERENCE, NAMED);
      const text = artifacts.find(({ path }) => path === PATH)?.text ?? '';
      const older = text.replace('2026-03-01', '2020-01-01');
      expect(await timeOf({ ...FILES, [PATH]: older })).toBe('2020-01-01T00:00:00Z');
      expect(await timeOf({ ...FILES, [PATH]: older.replace('--help', '--halp') })).toBe(
        '2026-03-01T00:00:00Z',
      );
    });

    it('is that of SOURCE_DATE_EPOCH where something is written', async () => {
      const env = { SOURCE_DATE_EPOCH: '0' };
      expect(await timeOf(FILES, { env })).toBe('1970-01-01T00:00:00Z');
      expect(await timeOf(FILES, { env, scope: { version: '1.0.0', check: true } })).toBe(
        '2026-03-01T00:00:00Z',
      );
      expect(await timeOf(FILES, { env: { SOURCE_DATE_EPOCH: 'soon' } })).toBe('2026-03-01T00:00:00Z');
    });
  });

  it('has an orphan where a report over all targets is left over, which rules version 1 keeps', () => {
    const facts = { versions: [] };
    expect(reportDerivation.owns(manifestOf(), { check: true })).toEqual([
      'reports/*/coverage.*.json',
      'reports/*/work-queue.md',
    ]);
    expect(reportDerivation.owns(manifestOf(), { check: true, version: '1.0.0' })).toEqual([
      'reports/1.0.0/coverage.*.json',
      'reports/1.0.0/work-queue.md',
    ]);
    expect(reportDerivation.keeps?.(facts, manifestOf(), 'reports/1.0.0/coverage.all.json')).toBe(false);
    expect(reportDerivation.keeps?.(facts, REFERENCE, 'reports/1.0.0/coverage.all.json')).toBe(true);
    expect(reportDerivation.fix('.', '1.0.0')).toBe('fixpoint report --root . --version 1.0.0');
  });

  it('derives the same from any order of the declaration', () => {
    const coverage: WrapperCommand[] = [
      {
        path: ['b'],
        level: 'explicit',
        flags: [
          { key: '--y', level: 'explicit' },
          { key: '--x', level: 'unknown' },
        ],
      },
      { path: ['a'], level: 'unsupported' },
      { path: [], level: 'intentionally_unsupported', note: 'n' },
    ];
    const union = unionOf({ '': { flags: ['-q'] }, a: {}, b: { flags: ['--x'], args: ['A'] } });
    for (const manifest of [manifestOf(), REFERENCE]) {
      const forward = deriveReports(union, coverage, manifest);
      const backward = deriveReports(union, [...coverage].reverse(), manifest);
      expect(backward.artifacts).toEqual(forward.artifacts);
      expect(listsOf(forward.artifacts, 'any')).not.toEqual({});
    }
  });
});
