import { CLEAN, kioskRoot, PIPELINE, summaryOf, type KioskRoot } from './testing/kiosk';

const HERE = 'here';
const OTHER = 'riscv64-elsewhere';
const UNION = 'snapshots/1.0.0/union.json';

interface MarkerTargets {
  targets: Record<string, { platform: string; required?: boolean; binary?: object }>;
}

/** Adds a target whose executable only runs by an emulator that no machine has. */
function addTarget(kiosk: KioskRoot, required: boolean, binary: object = {}): void {
  const rules = JSON.parse(kiosk.read('RULES.json')) as MarkerTargets;
  const here = rules.targets[HERE] as MarkerTargets['targets'][string];
  rules.targets = {
    [HERE]: { ...here, required: !required },
    [OTHER]: {
      platform: 'linux',
      required,
      binary: { path: 'bin/kiosk', runner: ['no-such-emulator'], ...binary },
    },
  };
  kiosk.write('RULES.json', JSON.stringify(rules, null, 2));
}

// Every case runs the whole pipeline.
jest.setTimeout(60_000);

describe('a target that cannot be measured here', () => {
  const kiosk = kioskRoot('bare');
  const union = () =>
    JSON.parse(kiosk.read(UNION)) as { complete: boolean; missing_targets?: string[]; inputs: object[] };

  it('gives an incomplete union that names it when it is not required, and all of it validates', async () => {
    addTarget(kiosk, false);
    for (const target of PIPELINE) expect((await kiosk.run(target)).outcome).toBe('clean');
    expect(union()).toMatchObject({ complete: false, missing_targets: [OTHER], inputs: [{}] });
    expect((await kiosk.run('validate')).outcome).toBe('clean');
  });

  it('fails the union when it is required, and nothing is written [FP-UNION-002]', async () => {
    addTarget(kiosk, true);
    expect((await kiosk.run('snapshot')).outcome).toBe('clean');
    const verdict = await kiosk.run('union');
    expect(verdict.outcome).not.toBe('clean');
    expect(verdict.written).toEqual([]);
    expect(verdict.findings.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({
        id: 'union/required-target-missing',
        message: expect.stringContaining(OTHER) as string,
        fix: expect.stringContaining(`--target ${OTHER}`) as string,
      }),
    ]);
  });

  it('is told about when it is asked for by name', async () => {
    addTarget(kiosk, false);
    const verdict = await kiosk.run('snapshot', { target: 'snapshot', triple: OTHER });
    expect(verdict.outcome).toBe('environment');
    expect(verdict.findings.map(({ id }) => id)).toEqual(['snapshot/binary-not-runnable']);
  });

  it('counts as missing while a variable that its runner needs is not set', async () => {
    addTarget(kiosk, false, { runner: ['sh'], runner_env: ['FIXPOINT_TEST_PREFIX'] });
    expect(summaryOf(await kiosk.run('snapshot'))).toEqual(CLEAN);
    const verdict = await kiosk.run('snapshot', { target: 'snapshot', triple: OTHER });
    expect(verdict.findings[0]?.message).toContain('its runner needs FIXPOINT_TEST_PREFIX, which is not set');
    process.env['FIXPOINT_TEST_PREFIX'] = '/opt/prefix';
    try {
      const measured = await kiosk.run('snapshot', { target: 'snapshot', triple: OTHER });
      expect(measured.written).toEqual([`snapshots/1.0.0/${OTHER}.json`]);
    } finally {
      delete process.env['FIXPOINT_TEST_PREFIX'];
    }
    expect((await kiosk.run('union')).outcome).toBe('clean');
    expect(union()).toMatchObject({ complete: true, inputs: [{}, {}] });
  });
});
