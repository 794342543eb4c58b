import type { ProcessRequest } from '@fixpoint/model';
import { command, demoManifest, demoPorts, paths, take, takeOne } from './testing/fake-root';
import { fakeTool, type FakeTool } from './testing/fake-tool';

const FEATURES = {
  features: { listArgs: ['features', 'list'], enableFlag: '--enable', skipStages: ['removed'] },
};

const GATED: FakeTool = {
  name: 'demo',
  version: '1.0.0',
  features: { turbo: 'under development', lab: 'experimental', old: 'removed', base: 'stable' },
  flags: ['--json', { spec: '--boost <N>', feature: 'turbo' }],
  commands: {
    run: { flags: [{ spec: '--fast', feature: 'turbo' }] },
    lab: { feature: 'lab', flags: ['--mix'], commands: { clean: {} } },
  },
};

describe('features', () => {
  it('are listed whole, enabled but for those removed, and what only they show is added and named', async () => {
    const { snapshots, captures } = await take(demoPorts(GATED), demoManifest({ tool: FEATURES }));
    const snapshot = snapshots[0];
    expect(snapshot && paths(snapshot)).toEqual(['', 'lab', 'lab clean', 'run']);
    expect(snapshot && command(snapshot, 'run')?.flags?.map(({ long }) => long)).toEqual([
      '--fast',
      '--help',
    ]);
    expect(snapshot?.features).toEqual({
      mode: 'default_plus_all_enabled',
      listed: [
        { effective: false, name: 'base', stage: 'stable' },
        { effective: false, name: 'lab', stage: 'experimental' },
        { effective: false, name: 'old', stage: 'removed' },
        { effective: false, name: 'turbo', stage: 'under development' },
      ],
      requested_enable: ['base', 'lab', 'turbo'],
      enabled_for_snapshot: ['base', 'lab', 'turbo'],
      commands_added_when_all_enabled: [['lab'], ['lab', 'clean']],
      flags_added_when_all_enabled: [
        { key: '--boost', path: [] },
        { key: '--fast', path: ['run'] },
      ],
    });
    expect(captures.map(({ path }) => path.split('/').at(-1))).toContain('features.txt');
  });

  it('that are refused are narrowed down and recorded, the others stay enabled', async () => {
    const tool = { ...GATED, unknownFeatures: ['base'] };
    const { snapshots, findings } = await take(demoPorts(tool), demoManifest({ tool: FEATURES }));
    expect(snapshots[0]?.features).toMatchObject({
      requested_enable: ['base', 'lab', 'turbo'],
      enabled_for_snapshot: ['lab', 'turbo'],
      enable_failures: [{ name: 'base', detail: 'exit code 2' }],
      commands_added_when_all_enabled: [['lab'], ['lab', 'clean']],
    });
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['snapshot/features-not-enabled', 'note'],
    ]);
  });

  it('that only fail together are enabled as far as they go', async () => {
    const run = fakeTool(GATED);
    const processes = (request: ProcessRequest) =>
      ['lab', 'turbo'].every((name) => request.args.includes(name)) ? { exitCode: 1 } : run(request);
    const snapshot = await takeOne(demoPorts(GATED, { processes }), demoManifest({ tool: FEATURES }));
    expect(snapshot.features).toMatchObject({
      enabled_for_snapshot: ['base', 'lab'],
      enable_failures: [{ name: 'turbo', detail: 'exit code 1' }],
    });
  });

  it('that cannot be listed leave the rest as it is', async () => {
    const run = fakeTool(GATED);
    const processes = (request: ProcessRequest) =>
      request.args[0] === 'features' ? { exitCode: 2 } : run(request);
    const { snapshots, findings } = await take(
      demoPorts(GATED, { processes }),
      demoManifest({ tool: FEATURES }),
    );
    expect(snapshots[0] && paths(snapshots[0])).toEqual(['', 'run']);
    expect(snapshots[0]?.features).toEqual({ mode: 'default_plus_all_enabled', probe_error: 'exit code 2' });
    expect(findings.map(({ id }) => id)).toEqual(['snapshot/features-failed']);
  });

  it('are not taken from a text that is no list', async () => {
    const plain = { ...GATED, features: undefined };
    const snapshot = await takeOne(demoPorts(plain), demoManifest({ tool: FEATURES }));
    expect(snapshot.features?.probe_error).toBe('what it printed is not a list of features');
  });

  it('whose pages fail are failures of that pass only', async () => {
    const run = fakeTool(GATED);
    const processes = (request: ProcessRequest) =>
      request.args.includes('--enable') && request.args.includes('run')
        ? { status: 'timeout' as const }
        : run(request);
    const snapshot = await takeOne(demoPorts(GATED, { processes }), demoManifest({ tool: FEATURES }));
    expect(snapshot.probe?.failures).toEqual([
      { path: ['run'], kind: 'timeout', detail: 'no answer after 1000 ms (with all features enabled)' },
    ]);
    expect(command(snapshot, 'run')?.usage).toBe('demo run [OPTIONS]');
  });
});
