import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promote } from './promote';
import { retain } from './retain';
import { CLEAN, kioskRoot, PIPELINE, ROOT, summaryOf } from './testing/kiosk';

// The executable is a script, so it runs without what FIXPOINT_RUNNER would name.
const VALIDATION = `import { execFileSync } from 'node:child_process';
const text = execFileSync(process.env.FIXPOINT_BINARY, ['order', 'list', '--help'], { encoding: 'utf8' });
if (!text.includes('--json')) process.exit(1);
`;

const COVERED = {
  schema_version: 1,
  coverage: [
    { path: [], level: 'explicit', flags: ['--color', '--config', '--help', '--version'].map(explicit) },
    { path: ['open'], level: 'intentionally_unsupported', note: 'Doors are opened by people.' },
    { path: ['order'], level: 'explicit' },
    {
      path: ['order', 'add'],
      level: 'explicit',
      flags: ['--copies', '--tag'].map(explicit),
      args: [{ name: 'TITLE', level: 'explicit' }],
    },
    { path: ['order', 'list'], level: 'explicit', flags: [explicit('--json')] },
  ],
};

function explicit(key: string) {
  return { key, level: 'explicit' };
}

// Every case runs the whole pipeline.
jest.setTimeout(60_000);

describe('the life of a version', () => {
  const kiosk = kioskRoot('derived');
  const at = () => ({ root: ROOT, base: kiosk.base });
  const statusOf = () => (JSON.parse(kiosk.read('versions/1.0.0.json')) as { status: string }).status;
  const run = async (...targets: string[]) => {
    for (const target of targets) expect(summaryOf(await kiosk.run(target))).toEqual(CLEAN);
  };
  const edit = (change: (rules: Record<string, unknown>) => void) => {
    const rules = JSON.parse(kiosk.read('RULES.json')) as Record<string, unknown>;
    change(rules);
    kiosk.write('RULES.json', JSON.stringify(rules, null, 2));
  };

  function configure(): void {
    edit((rules) => {
      rules['validation'] = { command: ['node', 'validate.mjs'] };
      rules['retention'] = { keep_last_validated: 1 };
      delete (rules['targets'] as Record<string, unknown>)['elsewhere'];
    });
    kiosk.write('validate.mjs', VALIDATION);
    kiosk.write('coverage.json', JSON.stringify(COVERED));
  }

  it('goes from snapshotted to promoted, and leaves when it is pruned [FP-LIFE-006]', async () => {
    expect(statusOf()).toBe('reported');
    kiosk.remove('reports');
    await run('version-metadata');
    expect(statusOf()).toBe('snapshotted');
    configure();
    await run('union', 'wrapper-coverage', 'report', 'surface-diff', 'version-metadata');
    expect(statusOf()).toBe('reported');
    const early = await promote({ ...at(), version: '1.0.0', apply: true });
    expect(early.text).toBeUndefined();
    expect(early.verdict).toMatchObject({ outcome: 'drift', written: [] });
    expect(early.verdict.findings.map(({ id }) => id)).toEqual([
      'promote/target-closed',
      'promote/not-validated',
    ]);
    await run('wrapper-validate', 'version-metadata');
    expect(statusOf()).toBe('supported');
    await run('validate');

    const before = kiosk.tree();
    const dry = await promote({ ...at(), version: '1.0.0' });
    expect(dry.text).toContain('latest_validated.txt');
    expect(kiosk.tree()).toEqual(before);
    const done = await promote({ ...at(), version: '1.0.0', apply: true });
    expect(done.verdict.written).toEqual([
      'current.json',
      'latest_validated.txt',
      'min_supported.txt',
      'pointers/latest_supported/here.txt',
      'pointers/latest_validated/here.txt',
    ]);
    expect(kiosk.read('current.json')).toBe(kiosk.read('snapshots/1.0.0/union.json'));
    expect((await promote({ ...at(), version: '1.0.0', apply: true })).verdict.written).toEqual([]);
    await run('validate');

    expect((await retain({ ...at(), apply: true })).verdict.removed).toEqual([]);
    await run('validate');
  });

  it('ends for old versions, of which nothing is left [FP-LIFE-006]', async () => {
    configure();
    await run('union', 'wrapper-coverage', 'report', 'surface-diff', 'wrapper-validate', 'version-metadata');
    for (const name of ['here.json', 'union.json']) {
      const text = kiosk.read(`snapshots/1.0.0/${name}`).replaceAll('1.0.0', '0.9.0');
      kiosk.write(`snapshots/0.9.0/${name}`, text);
    }
    kiosk.write('raw_help/0.9.0/here/help.txt', 'old');
    mkdirSync(join(kiosk.base, ROOT, 'validations/0.9.0'));
    await run('union', 'report', 'surface-diff', 'version-metadata', 'validate');
    const before = Object.keys(kiosk.tree());
    const dry = await retain(at());
    expect(dry.text).toContain('delete_versions:\n  0.9.0  (');
    expect(Object.keys(kiosk.tree())).toEqual(before);
    const { verdict } = await retain({ ...at(), apply: true });
    expect(verdict.removed).toEqual([
      // The difference from 0.9.0 goes with it.
      'diffs/1.0.0.json',
      'raw_help/0.9.0',
      'reports/0.9.0',
      'snapshots/0.9.0',
      'validations/0.9.0',
      'versions/0.9.0.json',
    ]);
    expect(Object.keys(kiosk.tree()).filter((path) => path.includes('0.9.0'))).toEqual([]);
    await run('validate');
  });

  it('is not ended through a symlink [FP-LIFE-011]', async () => {
    configure();
    await run('union', 'wrapper-coverage', 'report', 'surface-diff', 'wrapper-validate', 'version-metadata');
    kiosk.write('outside/0.8.0/x.json', '{}');
    symlinkSync(join(kiosk.base, ROOT, 'outside/0.8.0'), join(kiosk.base, ROOT, 'reports/0.8.0'));
    expect((await retain({ ...at(), apply: true })).verdict).toMatchObject({ outcome: 'clean', removed: [] });
    expect(existsSync(join(kiosk.base, ROOT, 'outside/0.8.0/x.json'))).toBe(true);
  });

  it('falls back when what it rests on changes, and says what is claimed without it', async () => {
    configure();
    await run('union', 'wrapper-coverage', 'report', 'surface-diff', 'wrapper-validate', 'version-metadata');
    const coverage = structuredClone(COVERED);
    coverage.coverage.push({
      path: ['order', 'cancel'],
      level: 'explicit',
    } as (typeof coverage.coverage)[number]);
    kiosk.write('coverage.json', JSON.stringify(coverage));
    await run('wrapper-coverage', 'report', 'surface-diff');
    const { outcome, findings } = await kiosk.run('validate');
    expect(outcome).toBe('drift');
    expect(findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['version-metadata/claim-unsupported', 'version-metadata/evidence-outdated']),
    );
    const { verdict } = await promote({ ...at(), version: '1.0.0' });
    expect(verdict.findings.map(({ id }) => id)).toEqual(['promote/metadata-drifted']);
  });

  it('has steps that refuse a root without marker, a version that is not named, and claims', async () => {
    const elsewhere = { root: 'tools', base: kiosk.base };
    expect((await promote({ ...elsewhere, version: '1.0.0' })).verdict.outcome).toBe('usage');
    expect((await retain(elsewhere)).verdict.outcome).toBe('usage');
    expect((await promote(at())).verdict).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'usage/version-missing' }],
    });
    const claimed = await kiosk.run('version-metadata', { version: '1.0.0', claim: { status: 'supported' } });
    expect(claimed).toMatchObject({ outcome: 'usage', findings: [{ id: 'usage/claim-not-accepted' }] });
    expect(PIPELINE).toContain('version-metadata');
  });
});
