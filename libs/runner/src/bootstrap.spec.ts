import { bootstrapCoverage } from './bootstrap';
import { kioskRoot, ROOT } from './testing/kiosk';

const SDK = `import { execFile } from 'node:child_process';

export function addOrder(title, copies) {
  const args = ['order', 'add', '--copies', String(copies)];
  args.push(title);
  return execFile('kiosk', args);
}
`;

describe('bootstrapCoverage', () => {
  const kiosk = kioskRoot('derived');
  const bootstrap = () => bootstrapCoverage({ root: ROOT, base: kiosk.base });

  function scanSdk(): void {
    kiosk.write('sdk/index.js', SDK);
    const rules = JSON.parse(kiosk.read('RULES.json')) as { wrapper: object };
    rules.wrapper = { name: 'kiosk-sdk', evidence: { directory: 'sdk', files: ['*.js'] } };
    kiosk.write('RULES.json', JSON.stringify(rules));
  }

  it('prints a module that declares what the source passes, and writes nothing', async () => {
    scanSdk();
    const before = kiosk.tree();
    const { text, verdict } = await bootstrap();
    expect(verdict).toMatchObject({
      target: 'bootstrap-coverage',
      root: ROOT,
      outcome: 'clean',
      findings: [],
    });
    expect(text).toMatch(/export const coverage/);
    expect(text).toMatch(/path: \['order', 'add'\]/);
    expect(text).toContain(`key: '--copies'`);
    expect(text).not.toContain('--tag');
    expect(kiosk.tree()).toEqual(before);
  });

  it('gives a declaration that can be used as it stands', async () => {
    scanSdk();
    const { text = '' } = await bootstrap();
    kiosk.write('coverage.ts', text);
    const rules = JSON.parse(kiosk.read('RULES.json')) as { wrapper: { source?: object } };
    rules.wrapper.source = { module: 'coverage.ts' };
    kiosk.write('RULES.json', JSON.stringify(rules));
    expect(await kiosk.run('wrapper-coverage')).toMatchObject({ outcome: 'clean' });
    expect(kiosk.read('wrapper_coverage.json')).toContain('--copies');
  });

  it('needs to know which source is the wrapper', async () => {
    const { text, verdict } = await bootstrap();
    expect([text, verdict.outcome]).toEqual([undefined, 'usage']);
    expect(verdict.findings).toMatchObject([{ file: 'RULES.json', path: '/wrapper/evidence' }]);
  });

  it('needs the words of upstream', async () => {
    scanSdk();
    kiosk.remove('snapshots');
    const { text, verdict } = await bootstrap();
    expect([text, verdict.outcome]).toEqual([undefined, 'usage']);
    expect(verdict.findings).toMatchObject([
      { fix: `fixpoint snapshot --root ${ROOT} && fixpoint union --root ${ROOT}` },
    ]);
  });

  it('does not throw for a root that cannot be read', async () => {
    kiosk.write('RULES.json', '{');
    expect((await bootstrap()).verdict).toMatchObject({
      outcome: 'usage',
      findings: [{ file: 'RULES.json' }],
    });
    const nowhere = await bootstrapCoverage({ root: 'nowhere', base: kiosk.base });
    expect(nowhere.verdict.outcome).toBe('environment');
  });
});
