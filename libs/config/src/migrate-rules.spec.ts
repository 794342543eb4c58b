import { migrateRules } from './migrate-rules';
import { parseManifest } from './parse-manifest';

const REFERENCE = {
  rules_schema_version: 1,
  scope: 'parity',
  versioning: { pointers: { stable_semver_pattern: '^\\d+\\.\\d+\\.\\d+$' } },
  globals: {
    effective_flags_model: {
      enabled: true,
      union_normalization: { dedupe_per_command_flags_against_root: true },
    },
  },
  parity_exclusions: {
    schema_version: 1,
    units: [{ unit: 'flag', path: ['run'], key: '--x', note: 'not ours', category: 'host' }],
  },
  union: { required_target: 'a', expected_targets: ['a', 'b'], platform_mapping: { a: 'linux', b: 'macos' } },
  storage: { retention: { keep_last_validated: 5, mode: 'sliding_window' } },
  version_metadata: {
    supported_policy: {
      requires_union_complete: true,
      intentionally_unsupported_requires_note: true,
      coverage_requirement: {
        allowed_levels: ['explicit', 'passthrough', 'unsupported'],
        disallowed_levels: ['unsupported'],
        treat_missing_as: 'unknown',
      },
    },
  },
  sorting: { commands: 'lexicographic_path' },
  novelty: {},
};

const migrated = (value: unknown, coverage?: string) => migrateRules(value, { tool: 'demo', coverage });

describe('migrateRules', () => {
  it('gives a marker that can be read and means the same', () => {
    const { marker } = migrated(REFERENCE, 'coverage.json') ?? {};
    expect(marker).toEqual({
      rules_schema_version: 2,
      tool: { name: 'demo' },
      targets: { a: { platform: 'linux', required: true }, b: { platform: 'macos' } },
      root_flags: 'fold',
      wrapper: { source: { file: 'coverage.json' } },
      parity_exclusions: [{ unit: 'flag', path: ['run'], key: '--x', note: 'not ours', category: 'host' }],
      supported: {
        requires_union_complete: true,
        allowed_levels: ['explicit', 'passthrough'],
        treat_missing_as: 'unknown',
        waivers_need_note: true,
      },
      retention: { keep_last_validated: 5 },
    });
    expect(parseManifest(JSON.stringify(marker), 'root')).toMatchObject({ ok: true });
  });

  it('says where measurements of version 1 are left', () => {
    const { marker } = migrateRules(REFERENCE, { tool: 'demo', hasMeasurements: true }) ?? {};
    expect(parseManifest(JSON.stringify(marker), 'root')).toMatchObject({
      ok: true,
      value: { migratedFrom: 1 },
    });
  });

  it('says of every key of the old marker what became of it', () => {
    const { steps = [] } = migrated(REFERENCE) ?? {};
    const heads = new Set(steps.map(({ from }) => from.split('/')[1]));
    expect([...heads].sort()).toEqual(
      Object.keys(REFERENCE)
        .filter((key) => key !== 'rules_schema_version')
        .sort(),
    );
    expect(steps.filter(({ to, reason }) => to === undefined && reason === undefined)).toEqual([]);
    expect(steps).toContainEqual({ from: '/novelty', reason: 'rules version 2 does not know it' });
  });

  it('keeps repeated root flags apart where version 1 did, and reads what is not there as version 1 does', () => {
    const { union } = REFERENCE;
    const { marker, steps = [] } =
      migrated({ rules_schema_version: 1, union: { ...union, platform_mapping: {} } }) ?? {};
    expect(marker).toMatchObject({ root_flags: 'keep', targets: { b: { platform: 'linux' } } });
    expect(marker).not.toHaveProperty('supported');
    expect(steps.find(({ from }) => from === '/union/expected_targets/1')?.reason).toMatch(/platform/);
  });

  it('allows prereleases where the old pattern did, and survives a pattern that is none', () => {
    const withPattern = (stable_semver_pattern: string) =>
      migrated({ ...REFERENCE, versioning: { pointers: { stable_semver_pattern } } })?.marker['pointers'];
    expect(withPattern('^.*$')).toEqual({ allow_prerelease: true });
    expect(withPattern('(')).toBeUndefined();
  });

  it('does not touch a marker of version 2', () => {
    expect(migrated({ rules_schema_version: 2 })).toBeUndefined();
  });
});
