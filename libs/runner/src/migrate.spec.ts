import { tempDirectory } from '@fixpoint/testkit';
import { migrate } from './migrate';
import { runTarget } from './run-target';

const RULES = {
  rules_schema_version: 1,
  union: { required_target: 'linux', expected_targets: ['linux'], platform_mapping: { linux: 'linux' } },
};
const SNAPSHOT = {
  snapshot_schema_version: 1,
  tool: 'demo',
  collected_at: '2026-01-01T00:00:00Z',
  binary: {
    sha256: '0'.repeat(64),
    size_bytes: 1,
    platform: { os: 'linux', arch: 'x86_64' },
    target_triple: 'linux',
    version_output: 'demo 1.0.0',
    semantic_version: '1.0.0',
  },
  commands: [{ path: [], flags: [{ long: '--json', takes_value: false }] }],
};
const COVERAGE = {
  schema_version: 1,
  generated_at: '2026-01-01T00:00:00Z',
  wrapper_version: '1.0.0',
  coverage: [{ path: [], level: 'explicit', flags: [{ key: '--json', level: 'explicit' }] }],
};

const directory = tempDirectory();
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function writeRoot(rules: unknown = RULES): void {
  directory.write('root/RULES.json', json(rules));
  directory.write('root/SCHEMA.json', '{}\n');
  directory.write('root/wrapper_coverage.json', json(COVERAGE));
  directory.write('root/snapshots/1.0.0/linux.json', json(SNAPSHOT));
}

const request = () => ({ root: 'root', base: directory.path });

describe('migrate', () => {
  it('shows what it would write and writes nothing', async () => {
    writeRoot();
    const before = directory.list();
    const { text, verdict } = await migrate(request());
    expect([verdict.outcome, verdict.written, directory.list()]).toEqual(['clean', [], before]);
    expect(text).toContain('would write root/RULES.json\nwould write root/coverage.json\n');
    expect(text).toContain('  /union/expected_targets/0 → /targets/linux\n');
    expect(text).toContain('may be removed:\n  root/SCHEMA.json\n');
  });

  it('gives a root that its targets make clean, with a warning of who measured its snapshots', async () => {
    writeRoot();
    const { verdict } = await migrate({ ...request(), apply: true });
    expect([verdict.outcome, [...verdict.written].sort()]).toEqual([
      'clean',
      ['RULES.json', 'coverage.json'],
    ]);
    for (const target of ['wrapper-coverage', 'union', 'report', 'surface-diff', 'version-metadata'])
      expect([target, (await runTarget({ ...request(), target })).outcome]).toEqual([target, 'clean']);
    const { outcome, findings } = await runTarget({ ...request(), target: 'validate' });
    expect(outcome).toBe('clean');
    expect(findings).toContainEqual(
      expect.objectContaining({
        id: 'snapshot/generator-missing',
        severity: 'warning',
        file: 'snapshots/1.0.0/linux.json',
      }),
    );
  });

  it('leaves a marker that says so once nothing is left to be measured again', async () => {
    writeRoot();
    await migrate({ ...request(), apply: true });
    const measured = { ...SNAPSHOT, generator: { name: 'fixpoint', version: '1' } };
    directory.write('root/snapshots/1.0.0/linux.json', json(measured));
    for (const target of ['wrapper-coverage', 'union', 'report', 'surface-diff', 'version-metadata'])
      await runTarget({ ...request(), target });
    const { findings } = await runTarget({ ...request(), target: 'validate' });
    expect(findings.filter(({ id }) => id.startsWith('snapshot/'))).toMatchObject([
      { id: 'snapshot/migration-over', severity: 'warning', file: 'RULES.json', path: '/migrated_from' },
    ]);
  });

  it('refuses a root of version 2, one without a tool, and coverage that is no JSON', async () => {
    writeRoot();
    await migrate({ ...request(), apply: true });
    expect((await migrate(request())).verdict).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'migrate/not-version-one' }],
    });
    directory.write('other/RULES.json', json(RULES));
    const other = { root: 'other', base: directory.path };
    const [unknown] = (await migrate(other)).verdict.findings;
    expect(unknown?.id).toBe('migrate/tool-unknown');
    expect(unknown?.message).toMatch(/^the root holds no snapshot: .* only --tool can say it$/);
    expect(unknown?.fix).toBe('fixpoint migrate --root other --tool <name>');
    directory.write('other/snapshots/1.0.0/linux.json', '{}\n');
    expect((await migrate(other)).verdict.findings[0]?.message).toMatch(
      /^no snapshot of the root names a tool/,
    );
    expect((await migrate({ ...other, tool: 'demo' })).verdict.outcome).toBe('clean');
    directory.write('other/wrapper_coverage.json', '{ "coverage": ');
    expect((await migrate({ ...other, tool: 'demo' })).verdict).toMatchObject({
      findings: [{ id: 'migrate/invalid-json', position: { line: 1 } }],
    });
  });
});
