import { toJsonText, type Manifest } from '@fixpoint/surface-formats';
import {
  filesOf,
  inputsOf,
  LINUX,
  MACOS,
  manifestOf,
  runMetadata,
  surface,
  TARGETS,
  WINDOWS,
} from '../../test-support/root';

const POLICY = {
  requires_union_complete: true,
  requires_semantic_version: true,
  intentionally_unsupported_requires_note: true,
  coverage_requirement: {
    allowed_levels: ['explicit', 'passthrough', 'intentionally_unsupported'],
    disallowed_levels: ['unsupported', 'unknown'],
    treat_missing_as: 'unknown',
  },
};

function reference(policy: object | undefined = POLICY, changes: Partial<Manifest> = {}): Manifest {
  const raw = policy === undefined ? {} : { version_metadata: { supported_policy: policy } };
  return manifestOf({ rulesSchemaVersion: 1, lifecycle: undefined, raw, ...changes });
}

const COVERED = [
  { path: [], level: 'explicit' as const },
  {
    path: ['admin'],
    level: 'intentionally_unsupported' as const,
    note: 'not for machines',
    flags: [{ key: '--force', level: 'unsupported' as const }],
  },
  { path: ['admin', 'users'], level: 'passthrough' as const },
];
const PLAIN = surface({ commands: [{ path: [], available_on: TARGETS }] });
const plain = (changes = {}) =>
  filesOf({
    coverage: [{ path: [], level: 'explicit' }],
    versions: { '1.0.0': { union: { ...PLAIN, ...changes } } },
  });
const claim = (status: string, passed: string[] = []) => ({
  version: '1.0.0',
  claim: { status, passed },
  manifest: reference(),
});
const ids = (result: { findings: readonly { id: string }[] }) => result.findings.map(({ id }) => id);

describe('metadata of rules version 1', () => {
  it('is what the claim says, in the order of the format', async () => {
    const { artifacts } = await runMetadata(plain(), claim('validated', [LINUX]));
    expect(artifacts).toEqual([
      {
        path: 'versions/1.0.0.json',
        text: toJsonText({
          schema_version: 1,
          semantic_version: '1.0.0',
          status: 'validated',
          updated_at: '2026-01-02T00:00:00Z',
          artifacts: { snapshots_dir: 'snapshots/1.0.0', reports_dir: 'reports/1.0.0', union_complete: true },
          coverage: { supported_targets: TARGETS, supported_required_target: true },
          validation: { passed_targets: [LINUX], failed_targets: [], skipped_targets: [] },
          promotion: { eligible_for_latest_validated: true },
        }),
      },
    ]);
  });

  it('does not let waivers cover what lies below them, and counts several levels as none', async () => {
    const files = filesOf({ coverage: COVERED, versions: { '1.0.0': {} } });
    const { artifacts } = await runMetadata(files, claim('reported'));
    expect(JSON.parse(artifacts[0]?.text ?? '')).toMatchObject({ coverage: { supported_targets: [] } });
    const twice = [
      { path: [], level: 'explicit' as const },
      { path: [], level: 'passthrough' as const, scope: { target_triples: [MACOS] } },
    ];
    const mixed = await runMetadata(
      filesOf({ coverage: twice, versions: { '1.0.0': { union: PLAIN } } }),
      claim('reported'),
    );
    expect(JSON.parse(mixed.artifacts[0]?.text ?? '')).toMatchObject({
      coverage: { supported_targets: [LINUX, WINDOWS] },
    });
  });

  it('is refused where a gate of the claimed status does not hold', async () => {
    expect(ids(await runMetadata(plain(), claim('validated')))).toEqual([
      'version-metadata/gate-required-target-passed',
    ]);
    const uncovered = filesOf({ coverage: [], versions: { '1.0.0': { union: PLAIN } } });
    expect(ids(await runMetadata(uncovered, claim('validated', [LINUX])))).toEqual([
      'version-metadata/gate-required-target-supported',
    ]);
    const partial = plain({ inputs: inputsOf([LINUX]), complete: false, missing_targets: [MACOS, WINDOWS] });
    expect(ids(await runMetadata(partial, claim('supported')))).toEqual([
      'version-metadata/gate-union-complete',
      'version-metadata/gate-all-targets-supported',
    ]);
    // No validation is needed to be supported, and what is supported is not promotable.
    const { artifacts } = await runMetadata(plain(), claim('supported'));
    expect(JSON.parse(artifacts[0]?.text ?? '')).toMatchObject({
      promotion: { eligible_for_latest_validated: false },
    });
  });

  it('is refused where an input is missing or the version is none', async () => {
    const { 'reports/1.0.0/coverage.any.json': _report, ...unreported } = plain();
    expect(ids(await runMetadata(unreported, claim('reported')))).toEqual([
      'version-metadata/report-missing',
    ]);
    expect((await runMetadata(unreported, claim('snapshotted'))).ok).toBe(true);
    const { 'wrapper_coverage.json': _wrapper, ...unwrapped } = plain();
    expect(ids(await runMetadata(unwrapped, claim('reported')))).toEqual([
      'version-metadata/wrapper-coverage-missing',
    ]);
    const bare = await runMetadata(unwrapped, claim('snapshotted'));
    expect(JSON.parse(bare.artifacts[0]?.text ?? '')).not.toHaveProperty('coverage');
    const named = filesOf({
      coverage: [{ path: [], level: 'explicit' }],
      versions: { next: { union: PLAIN } },
    });
    expect(ids(await runMetadata(named, { ...claim('reported'), version: 'next' }))).toEqual([
      'version-metadata/gate-semantic-version',
    ]);
    expect(ids(await runMetadata(plain(), { ...claim('reported'), version: '2.0.0' }))).toContain(
      'version-metadata/union-missing',
    );
    expect(ids(await runMetadata(plain(), { ...claim('reported'), manifest: reference({}) }))).toEqual([
      'version-metadata/policy-malformed',
    ]);
  });

  it('keeps notes, validation and the time of the committed file', async () => {
    const committed = {
      status: 'validated',
      updated_at: '2020-01-01T00:00:00Z',
      notes: 'by hand',
      validation: { passed_targets: [LINUX, LINUX], skipped_targets: ['elsewhere'] },
    };
    const files = { ...plain(), 'versions/1.0.0.json': toJsonText(committed) };
    const first = await runMetadata(files, { version: '1.0.0', manifest: reference() });
    const text = first.artifacts[0]?.text ?? '';
    expect(JSON.parse(text)).toMatchObject({
      notes: 'by hand',
      validation: committed.validation,
      updated_at: '2026-01-02T00:00:00Z',
    });
    const old = text.replace('2026-01-02', '2020-02-02');
    const again = { ...files, 'versions/1.0.0.json': old };
    expect((await runMetadata(again, { manifest: reference() })).artifacts[0]?.text).toBe(old);
    const pinned = await runMetadata(again, { manifest: reference(), env: { SOURCE_DATE_EPOCH: '0' } });
    expect(pinned.artifacts[0]?.text).toContain('"updated_at": "1970-01-01T00:00:00Z"');
    const checked = await runMetadata(again, {
      check: true,
      manifest: reference(),
      env: { SOURCE_DATE_EPOCH: '0' },
    });
    expect(checked.artifacts[0]?.text).toBe(old);
  });

  it('refuses claims that say nothing', async () => {
    const usage = async (...request: Parameters<typeof runMetadata>) => ids(await runMetadata(...request));
    expect(await usage(plain(), { manifest: reference(), claim: { status: 'reported' } })).toEqual([
      'usage/claim-without-version',
    ]);
    expect(await usage(plain(), claim('promoted'))).toEqual(['usage/unknown-status']);
    expect(await usage(plain(), { manifest: reference(), version: '1.0.0' })).toEqual([
      'usage/status-missing',
    ]);
    expect(await usage(plain(), { manifest: reference(), version: '../1.0.0' })).toEqual([
      'usage/version-name',
    ]);
    expect(await usage(plain(), claim('snapshotted', [LINUX]))).toEqual([
      'version-metadata/validation-too-early',
    ]);
    const broken = { ...plain(), 'versions/1.0.0.json': '{"notes": 1}' };
    expect(await usage(broken, claim('reported'))).toEqual(['version-metadata/metadata-malformed']);
  });

  it('tells in a check which committed claims are refused, beside the drift of others', async () => {
    const files = {
      ...plain(),
      'snapshots/2.0.0/union.json': toJsonText(PLAIN),
      'reports/2.0.0/coverage.any.json': '{}',
      'versions/1.0.0.json': toJsonText({ status: 'validated' }),
      'versions/2.0.0.json': toJsonText({ status: 'reported' }),
      'versions/notes.json': '{}',
    };
    const { ok, artifacts, findings } = await runMetadata(files, { check: true, manifest: reference() });
    expect(ok).toBe(true);
    expect(artifacts.map(({ path }) => path)).toEqual(['versions/2.0.0.json']);
    expect(findings.map(({ id }) => id)).toEqual(['version-metadata/gate-required-target-passed']);
    expect((await runMetadata(files, { manifest: reference() })).ok).toBe(false);
  });
});
