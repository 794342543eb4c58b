import type { Snapshot } from '@fixpoint/surface-formats';
import { mergeUnion } from './merge-union';
import type { UnionSource } from './source';
import { LINUX, MAC, manifestOf, snapshotOf, WINDOWS } from './testing';

const two = manifestOf(2);

function attempt(snapshots: readonly Snapshot[], manifest = two) {
  const targets = [LINUX, MAC, WINDOWS];
  const sources = snapshots.map(
    (snapshot, index): UnionSource => ({ target: targets[index] as string, snapshot }),
  );
  return mergeUnion(sources, manifest, { version: '1.0.0' });
}

describe('mergeUnion, what rules version 2 refuses', () => {
  const at = (target: string, overrides: Partial<Snapshot> = {}) =>
    snapshotOf(target, [{ path: [] }], overrides);
  const version = (target: string, semantic_version: string | undefined) =>
    at(target, { binary: { ...at(target).binary, semantic_version } });

  it('tells mixed versions with every file and its version [FP-UNION-005]', () => {
    expect(attempt([version(LINUX, '1.0.0'), version(MAC, '1.0.1')]).findings).toEqual([
      {
        id: 'union/mixed-versions',
        severity: 'error',
        message:
          `different versions cannot be merged: snapshots/1.0.0/${LINUX}.json has 1.0.0; ` +
          `snapshots/1.0.0/${MAC}.json has 1.0.1; expected 1.0.0`,
        file: `snapshots/1.0.0/${MAC}.json`,
        path: '/binary/semantic_version',
        expected: '1.0.0',
        actual: '1.0.1',
        fix: `fixpoint snapshot --root cli_manifests/demo --version 1.0.0 --target ${MAC}`,
      },
    ]);
  });

  it('tells a directory of another version than all its snapshots', () => {
    expect(attempt([version(LINUX, '1.0.1'), version(MAC, '1.0.1')]).findings).toEqual([
      expect.objectContaining({
        id: 'union/mixed-versions',
        fix: 'fixpoint snapshot --root cli_manifests/demo --version 1.0.0',
      }),
    ]);
  });

  it.each([
    ['union/version-missing', [at(LINUX), version(MAC, undefined)]],
    ['union/mixed-tools', [at(LINUX), at(MAC, { tool: 'other' })]],
    ['union/mixed-generators', [at(LINUX), at(MAC, { generator: { name: 'test', version: '2' } })]],
    ['union/mixed-generators', [at(LINUX), at(MAC, { generator: undefined })]],
    ['union/target-mismatch', [at(LINUX), at(WINDOWS)]],
  ])('%s [FP-UNION-005]', (id, snapshots) => {
    const { findings } = attempt(snapshots);
    expect(findings.map((finding) => finding.id)).toEqual([id]);
    expect(findings[0]?.message).toContain(`snapshots/1.0.0/${MAC}.json`);
  });

  it('tells a tool other than the configured one', () => {
    const tool = { name: 'configured' } as NonNullable<typeof two.tool>;
    expect(attempt([at(LINUX)], { ...two, tool }).findings[0]).toMatchObject({
      id: 'union/mixed-tools',
      expected: 'configured',
      actual: 'demo',
    });
  });

  it('tells units that are listed twice', () => {
    const flag = { long: '--a', takes_value: false };
    const commands = [{ path: [], flags: [flag, { ...flag, takes_value: true }] }, { path: [] }];
    expect(attempt([snapshotOf(LINUX, commands)]).findings.map(({ id, path }) => `${id} ${path}`)).toEqual([
      'snapshot/duplicate-flag /commands/0/flags/1',
      'snapshot/duplicate-command /commands/1',
    ]);
  });

  it('tells everything at once, also when the required target is missing', () => {
    const sources = [
      { target: MAC, snapshot: at(MAC, { tool: 'a' }) },
      { target: WINDOWS, snapshot: at(LINUX, { tool: 'b' }) },
    ];
    const { findings } = mergeUnion(sources, two, { version: '1.0.0' });
    expect(findings.map(({ id }) => id).sort()).toEqual([
      'union/mixed-tools',
      'union/required-target-missing',
      'union/target-mismatch',
    ]);
  });

  it('remarks on surfaces that were read in different ways, and merges them', () => {
    const probe = { dialect: 'clap', help_form: 'flag', columns: 100, pages: 1, failures: [] } as const;
    const failures = [{ path: ['x'], kind: 'timeout', detail: '' }] as const;
    const result = attempt([at(LINUX, { probe }), at(MAC, { probe: { ...probe, failures } })]);
    expect(result.ok).toBe(true);
    expect(result.findings).toEqual([
      expect.objectContaining({
        id: 'union/different-probes',
        severity: 'warning',
        file: `snapshots/1.0.0/${MAC}.json`,
        actual: 'clap by flag, 100 columns, completion off, flag probe off, 1 failed pages',
      }),
    ]);
    expect(attempt([at(LINUX, { probe }), at(MAC, { probe })]).findings).toEqual([]);
  });
});
