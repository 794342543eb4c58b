import {
  toJsonText,
  validationFile,
  versionMetadataFile,
  type VersionMetadata,
} from '@fixpoint/surface-formats';
import { expectGolden, memoryPorts } from '@fixpoint/testkit';
import { join } from 'node:path';
import {
  COVERED,
  evidenceOf,
  filesOf,
  inputsOf,
  LIFECYCLE,
  LINUX,
  MACOS,
  manifestOf,
  metadataOf,
  runMetadata,
  surface,
  TARGETS,
  WINDOWS,
  withMetadata,
} from '../test-support/root';
import { versionMetadataDerivation } from './version-metadata-derivation';

const GOLDENS = join(__dirname, '../../fixtures/version-metadata');
const ALL_PASSED = { [LINUX]: 'passed', [MACOS]: 'passed', [WINDOWS]: 'skipped' } as const;

describe('the status of a version', () => {
  const statusOf = async (...sketch: Parameters<typeof filesOf>) =>
    (await metadataOf(filesOf(...sketch), '1.0.0')).status;
  const linuxOnly = surface({
    inputs: inputsOf([LINUX]),
    complete: false,
    missing_targets: [MACOS, WINDOWS],
  });

  it('is the highest that the artifacts support, whatever was claimed before [FP-LIFE-003]', async () => {
    expect(await statusOf({ versions: { '1.0.0': { reports: [] } } })).toBe('snapshotted');
    expect(await statusOf({ versions: { '1.0.0': { reports: ['any', LINUX] } } })).toBe('snapshotted');
    expect(await statusOf({ versions: { '1.0.0': {} } })).toBe('reported');
    expect(
      await statusOf({ versions: { '1.0.0': { union: linuxOnly, evidence: { [LINUX]: 'passed' } } } }),
    ).toBe('validated');
    expect(await statusOf({ versions: { '1.0.0': { evidence: ALL_PASSED } } })).toBe('supported');
  });

  it('needs the required target: supported, and passed', async () => {
    const coverage = [{ path: [], level: 'explicit' as const }];
    expect(await statusOf({ coverage, versions: { '1.0.0': { evidence: ALL_PASSED } } })).toBe('reported');
    const cases: Record<string, 'passed' | 'failed' | 'skipped'>[] = [
      { [MACOS]: 'passed' },
      { [LINUX]: 'failed' },
      { [LINUX]: 'skipped' },
    ];
    for (const evidence of cases) {
      expect(await statusOf({ versions: { '1.0.0': { evidence } } })).toBe('reported');
    }
  });

  it('stays promotable when it is more than validated', async () => {
    const { promotion } = await metadataOf(
      filesOf({ versions: { '1.0.0': { evidence: ALL_PASSED } } }),
      '1.0.0',
    );
    expect(promotion).toEqual({ eligible_for_latest_validated: true });
    const prerelease = filesOf({ versions: { '1.0.0-rc.1': { evidence: ALL_PASSED } } });
    expect((await metadataOf(prerelease, '1.0.0-rc.1')).promotion.eligible_for_latest_validated).toBe(false);
  });

  it('comes with every gate and the reason where one does not hold', async () => {
    const files = filesOf({ versions: { '1.0.0': { union: linuxOnly, evidence: { [LINUX]: 'failed' } } } });
    const { artifacts } = await runMetadata(files);
    expectGolden(join(GOLDENS, 'closed-gates/expected/1.0.0.json'), artifacts[0]?.text ?? '');
    const open = await runMetadata(filesOf({ versions: { '1.0.0': { evidence: ALL_PASSED } } }));
    expectGolden(join(GOLDENS, 'supported/expected/1.0.0.json'), open.artifacts[0]?.text ?? '');
  });

  it('lets a policy be stricter or laxer', async () => {
    const strict = {
      ...LIFECYCLE,
      supported: { ...LIFECYCLE.supported, allowedLevels: ['explicit'] as const },
    };
    const files = filesOf({ versions: { '1.0.0': { evidence: ALL_PASSED } } });
    expect((await metadataOf(files, '1.0.0', manifestOf({ lifecycle: strict }))).status).toBe('reported');
    const lax = {
      ...LIFECYCLE,
      supported: { ...LIFECYCLE.supported, treatMissingAs: 'passthrough' as const },
    };
    const bare = filesOf({ coverage: [], versions: { '1.0.0': { evidence: ALL_PASSED } } });
    expect((await metadataOf(bare, '1.0.0')).status).toBe('reported');
    expect((await metadataOf(bare, '1.0.0', manifestOf({ lifecycle: lax }))).status).toBe('supported');
    const incomplete = filesOf({
      versions: { '1.0.0': { union: linuxOnly, evidence: { [LINUX]: 'passed' } } },
    });
    const partial = { ...LIFECYCLE, supported: { ...LIFECYCLE.supported, requiresUnionComplete: false } };
    expect((await metadataOf(incomplete, '1.0.0', manifestOf({ lifecycle: partial }))).status).toBe(
      'validated',
    );
  });
});

describe('supported targets', () => {
  it('have what lies below a waived command waived with it', async () => {
    const { coverage } = await metadataOf(filesOf({ versions: { '1.0.0': {} } }), '1.0.0');
    expect(coverage).toEqual({ supported_targets: TARGETS, supported_required_target: true });
  });

  it('are told one by one', async () => {
    const files = filesOf({
      coverage: [...COVERED, { path: ['extra'], level: 'explicit', scope: { platforms: ['macos'] } }],
      versions: {
        '1.0.0': {
          union: {
            ...surface(),
            commands: [...surface().commands, { path: ['extra'], available_on: [LINUX, MACOS] }],
          },
        },
      },
    });
    const { coverage } = await metadataOf(files, '1.0.0');
    expect(coverage).toEqual({ supported_targets: [MACOS, WINDOWS], supported_required_target: false });
  });

  it('do not count what help hides and what is excluded', async () => {
    const union = surface();
    const commands = [
      ...union.commands,
      { path: ['hidden'], available_on: TARGETS, hidden: true as const },
      {
        path: ['old'],
        available_on: TARGETS,
        flags: [{ key: '--x', takes_value: false, available_on: TARGETS }],
      },
    ];
    const files = filesOf({ versions: { '1.0.0': { union: { ...union, commands } } } });
    const manifest = manifestOf({ exclusions: [{ unit: 'command', path: ['old'], note: 'gone soon' }] });
    expect((await metadataOf(files, '1.0.0', manifest)).coverage?.supported_targets).toEqual(TARGETS);
    expect((await metadataOf(files, '1.0.0')).coverage?.supported_targets).toEqual([]);
  });
});

describe('evidence', () => {
  const wrapper = toJsonText({ schema_version: 1, coverage: COVERED });
  const good = evidenceOf({ version: '1.0.0', target: LINUX, outcome: 'passed', wrapper });
  const path = validationFile('1.0.0', LINUX);
  const run = (evidence: unknown, changes: Parameters<typeof manifestOf>[0] = {}) =>
    runMetadata(
      {
        ...filesOf({ versions: { '1.0.0': {} } }),
        [path]: typeof evidence === 'string' ? evidence : toJsonText(evidence),
      },
      { manifest: manifestOf(changes) },
    );
  const passed = (artifacts: readonly { text: string }[]) =>
    (JSON.parse(artifacts[0]?.text ?? '{}') as VersionMetadata).validation?.passed_targets;

  it('gives three lists that hold every target once', async () => {
    const { artifacts, findings } = await run(good);
    expect(findings).toEqual([]);
    expect((JSON.parse(artifacts[0]?.text ?? '') as VersionMetadata).validation).toEqual({
      passed_targets: [LINUX],
      failed_targets: [],
      skipped_targets: [MACOS, WINDOWS],
    });
  });

  it.each([
    [
      'made with another executable',
      { ...good, binary: { ...good.binary, sha256: 'f'.repeat(64) } },
      'evidence-other-binary',
      'error',
    ],
    [
      'made for other coverage',
      { ...good, wrapper: { coverage_sha256: 'f'.repeat(64) } },
      'evidence-outdated',
      'warning',
    ],
    ['made by another command', { ...good, command: ['true'] }, 'evidence-other-command', 'error'],
    ['of another version', { ...good, semantic_version: '2.0.0' }, 'evidence-misplaced', 'error'],
    ['without an outcome', { ...good, outcome: 'fine' }, 'evidence-malformed', 'error'],
    ['with a key too many', { ...good, trust: 'me' }, 'evidence-malformed', 'error'],
    ['that is no JSON', '{', 'evidence-malformed', 'error'],
  ])('%s is a finding and counts for nothing [FP-LIFE-002]', async (_what, evidence, kind, severity) => {
    const { artifacts, findings, ok } = await run(evidence);
    expect(ok).toBe(true);
    expect(findings).toMatchObject([{ id: `version-metadata/${kind}`, severity, file: path }]);
    expect(findings[0]?.fix).toBe(
      `fixpoint wrapper-validate --root cli_manifests/tool --version 1.0.0 --target ${LINUX}`,
    );
    expect(passed(artifacts)).toBeUndefined();
  });

  it.each([
    ['cut', '{\n  "a": ', { line: 2, column: 8 }],
    ['nested too deeply', '['.repeat(100_000), { line: 1, column: 257 }],
  ])('that is %s is told where it is', async (_what, text, position) => {
    const { findings } = await run(text);
    expect(findings).toMatchObject([{ id: 'version-metadata/evidence-malformed', position }]);
  });

  it('counts for nothing where nothing says how validation is done', async () => {
    const { findings } = await run(good, { lifecycle: { ...LIFECYCLE, validation: undefined } });
    expect(findings).toMatchObject([{ id: 'version-metadata/evidence-other-command' }]);
  });

  it('of a target without snapshot, and of a version without union, is told', async () => {
    const union = surface({ inputs: inputsOf([LINUX]), complete: false });
    const files = filesOf({ versions: { '1.0.0': { union, evidence: { [MACOS]: 'passed' } } } });
    const { findings } = await runMetadata(files);
    expect(findings).toMatchObject([{ id: 'version-metadata/evidence-without-snapshot' }]);
    const stray = await runMetadata({ ...files, [validationFile('9.0.0', LINUX)]: '{}' }, { check: true });
    expect(stray.checked).toMatchObject([{ id: 'version-metadata/evidence-without-version' }]);
  });
});

describe('a claim', () => {
  const file = versionMetadataFile('1.0.0');

  it('in a committed file is a finding that says what is claimed, what is supported and why [FP-LIFE-004]', async () => {
    const files = await withMetadata(filesOf({ versions: { '1.0.0': {} } }));
    const claimed = {
      ...JSON.parse(files[file] ?? ''),
      status: 'supported',
      validation: { passed_targets: [LINUX] },
    };
    const { checked } = await runMetadata({ ...files, [file]: toJsonText(claimed) }, { check: true });
    expect(checked.map(({ id, path, expected, actual }) => ({ id, path, expected, actual }))).toEqual([
      {
        id: 'version-metadata/claim-unsupported',
        path: '/status',
        expected: 'reported',
        actual: 'supported',
      },
      {
        id: 'version-metadata/claim-unsupported',
        path: '/validation/passed_targets',
        expected: 'none',
        actual: LINUX,
      },
    ]);
    expect(checked[0]?.message).toBe(
      `1.0.0: status claims supported, the committed artifacts support reported (required-target-passed: there is no evidence that the wrapper was validated on ${LINUX})`,
    );
    expect(checked[0]?.position).toEqual({ line: 4, column: 3 });
    expect((await runMetadata({ ...files, [file]: toJsonText(claimed) })).checked).toEqual([]);
  });

  it('that is less than what is supported is drift alone', async () => {
    const files = await withMetadata(filesOf({ versions: { '1.0.0': {} } }));
    const less = { ...JSON.parse(files[file] ?? ''), status: 'snapshotted' };
    expect((await runMetadata({ ...files, [file]: toJsonText(less) }, { check: true })).checked).toEqual([]);
  });

  it('on the command line is refused [FP-LIFE-005]', async () => {
    const { outcome, findings } = await runMetadata(filesOf({ versions: { '1.0.0': {} } }), {
      version: '1.0.0',
      claim: { status: 'supported' },
    });
    expect({ outcome, ids: findings.map(({ id }) => id) }).toEqual({
      outcome: 'usage',
      ids: ['usage/claim-not-accepted'],
    });
  });
});

describe('metadata', () => {
  it('is the same when it is derived again', async () => {
    const files = await withMetadata(
      filesOf({ versions: { '1.0.0': { evidence: ALL_PASSED }, '2.0.0': {} } }),
    );
    expect(await withMetadata(files)).toEqual(files);
  });

  it('is not derived from a union or coverage that cannot be read, and every problem is told', async () => {
    const files = {
      ...filesOf({ versions: { '1.0.0': {} } }),
      'wrapper_coverage.json': '[]',
      'snapshots/1.0.0/union.json': '{',
    };
    const { ok, findings } = await runMetadata(files);
    expect(ok).toBe(false);
    expect(findings.map(({ file }) => file)).toEqual(['snapshots/1.0.0/union.json', 'wrapper_coverage.json']);
  });

  it('is no orphan where its union is broken or gone, and is one where nothing was measured', async () => {
    const versions = { '1.0.0': {}, '2.0.0': {}, '3.0.0': {}, '4.0.0': {} };
    const {
      'snapshots/3.0.0/union.json': _gone,
      'snapshots/4.0.0/union.json': _pruned,
      ...files
    } = await withMetadata(filesOf({ versions }));
    const broken = {
      ...files,
      'snapshots/2.0.0/union.json': '{',
      [`snapshots/3.0.0/${LINUX}.json`]: '{}',
    };
    const ports = memoryPorts({ files: broken });
    const facts = await versionMetadataDerivation.collect(ports, manifestOf(), { check: true });
    if (!facts.ok) throw new Error('the root can be read');
    const kept = Object.keys(versions).filter((version) =>
      versionMetadataDerivation.keeps?.(facts.value, manifestOf(), versionMetadataFile(version)),
    );
    expect(kept).toEqual(['1.0.0', '2.0.0', '3.0.0']);
    const derived = versionMetadataDerivation.derive(facts.value, manifestOf());
    expect(derived.ok && derived.value.map(({ path }) => path)).toEqual(['versions/1.0.0.json']);
    expect(derived.findings.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'version-metadata/invalid-json snapshots/2.0.0/union.json',
    ]);
  });

  it('is there for a root without wrapper, which can only be snapshotted', async () => {
    const { 'wrapper_coverage.json': _none, ...files } = filesOf({ versions: { '1.0.0': { reports: [] } } });
    expect(await metadataOf(files, '1.0.0')).toMatchObject({ status: 'snapshotted' });
  });
});
