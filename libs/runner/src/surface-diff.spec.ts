import { tempDirectory, unionOf, unionText } from '@fixpoint/testkit';
import { surfaceDiff, type SurfaceDiffRequest } from './surface-diff';

const TARGETS = { linux: { platform: 'linux', required: true }, mac: { platform: 'macos' } };
const RULES = { rules_schema_version: 2, tool: { name: 'tool' }, targets: TARGETS };
const inputs = ['linux', 'mac'].map((target) => ({
  ...(unionOf({}).inputs[0] as object),
  target_triple: target,
}));

describe('surfaceDiff', () => {
  const directory = tempDirectory();
  const write = (version: string, flags: string[], onMac = flags): void => {
    const available = [...new Set([...flags, ...onMac])].map((key) => ({
      key,
      available_on: [...(flags.includes(key) ? ['linux'] : []), ...(onMac.includes(key) ? ['mac'] : [])],
    }));
    const run = { usage: 'tool run', available_on: ['linux', 'mac'], flags: available };
    const union = unionOf({ run }, { inputs: inputs as never });
    directory.write(`root/snapshots/${version}/union.json`, unionText(union));
  };

  beforeEach(() => {
    directory.write('root/RULES.json', JSON.stringify(RULES));
    const flags = [{ key: '--used', level: 'explicit' }];
    const coverage = [{ path: ['run'], level: 'explicit', flags }];
    directory.write('root/wrapper_coverage.json', JSON.stringify({ schema_version: 1, coverage }));
    write('1.0.0', ['--used', '--idle', '--all']);
    write('1.1.0', ['--used', '--all'], ['--used']);
    write('1.2.0', ['--all']);
  });

  const run = async (request: Partial<SurfaceDiffRequest> = {}) => {
    const { verdict, comparison } = await surfaceDiff({ root: 'root', base: directory.path, ...request });
    return {
      outcome: verdict.outcome,
      findings: verdict.findings.map(({ id, severity }) => `${severity} ${id}`),
      versions: comparison && [comparison.diff.from.version, comparison.diff.to.version],
    };
  };

  it('compares the newest version with the one before it, and fails when the wrapper breaks', async () => {
    expect(await run()).toEqual({
      outcome: 'drift',
      findings: ['note surface-diff/flag-target-gained', 'error surface-diff/flag-removed'],
      versions: ['1.1.0', '1.2.0'],
    });
  });

  it('compares any two versions, and is clean when only what nobody uses is gone', async () => {
    expect(await run({ to: '1.1.0' })).toMatchObject({ outcome: 'clean', versions: ['1.0.0', '1.1.0'] });
    expect(await run({ from: '1.0.0' })).toMatchObject({ outcome: 'drift', versions: ['1.0.0', '1.2.0'] });
    expect(await run({ from: '1.2.0', to: '1.0.0' })).toMatchObject({ versions: ['1.2.0', '1.0.0'] });
  });

  it.each([
    ['breaking', '1.1.0', 'drift'],
    ['error', '1.1.0', 'clean'],
    ['none', '1.2.0', 'clean'],
  ] as const)('fails on %s', async (failOn, to, outcome) =>
    expect(await run({ failOn, to })).toMatchObject({ outcome }),
  );

  it('compares two targets of one version', async () => {
    const found = await run({ from: '1.1.0', fromTarget: 'linux', toTarget: 'mac' });
    expect(found).toMatchObject({
      versions: ['1.1.0', '1.1.0'],
      findings: ['note surface-diff/flag-removed'],
    });
  });

  it('compares on one target only', async () => {
    expect(await run({ to: '1.1.0', target: 'linux' })).toMatchObject({
      findings: ['note surface-diff/flag-removed'],
    });
  });

  it('takes the severity that the marker asks for', async () => {
    const severity = { 'surface-diff/flag-removed': 'warning', 'surface-diff/*': 'off' };
    directory.write('root/RULES.json', JSON.stringify({ ...RULES, severity }));
    expect(await run()).toMatchObject({ outcome: 'clean', findings: ['warning surface-diff/flag-removed'] });
  });

  it.each<[string, Partial<SurfaceDiffRequest>, string, string]>([
    ['a version that there is not', { from: '9.9.9' }, 'usage', 'error usage/surface-diff'],
    ['a version that leads out', { to: '../../etc' }, 'usage', 'error usage/surface-diff'],
    ['one of two targets', { fromTarget: 'linux' }, 'usage', 'error usage/surface-diff'],
    ['a target that there is not', { target: 'amiga' }, 'usage', 'error surface-diff/unknown-target'],
    ['no root', { root: 'nowhere' }, 'environment', 'error environment/tool-error'],
  ])('says what is wrong with %s', async (_name, request, outcome, finding) => {
    const found = await run(request);
    expect([found.outcome, found.findings[0], found.versions]).toEqual([outcome, finding, undefined]);
  });
});
