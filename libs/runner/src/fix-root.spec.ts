import { fixRoot } from './fix-root';
import { kioskRoot, ROOT } from './testing/kiosk';

describe('fixRoot', () => {
  const kiosk = kioskRoot('derived');
  const fix = () => fixRoot({ root: ROOT, base: kiosk.base });

  it('touches nothing in a clean root', async () => {
    const before = kiosk.tree();
    expect(await fix()).toMatchObject({
      text: 'nothing to fix\n',
      verdict: { outcome: 'clean', written: [] },
    });
    expect(kiosk.tree()).toEqual(before);
  });

  it('brings back the bytes of documents whose content is right [FP-CLI-007]', async () => {
    const before = kiosk.tree();
    const paths = Object.keys(before).filter((path) =>
      /^(?:snapshots|reports|versions)\/.*\.json$/.test(path),
    );
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths)
      kiosk.write(path, JSON.stringify(JSON.parse(kiosk.read(path)), null, 4).replaceAll('\n', '\r\n'));
    expect((await kiosk.run('validate')).outcome).toBe('drift');
    const { text, verdict } = await fix();
    expect([verdict.outcome, verdict.written.length]).toEqual(['clean', text?.trim().split('\n').length]);
    expect(kiosk.tree()).toEqual(before);
  });

  it('leaves alone what is wrong in content, and says so', async () => {
    kiosk.write('pointers/latest_validated/mars.txt', 'none');
    kiosk.write('min_supported.txt', ' 1.0.0 \nrest');
    const { verdict } = await fix();
    expect(verdict.outcome).toBe('drift');
    expect(verdict.written).toContain('min_supported.txt');
    expect(kiosk.read('min_supported.txt')).toBe(' 1.0.0 \n');
    expect(verdict.findings.map(({ id }) => id)).toContain('consistency/unreferenced-file');
  });

  it('writes nothing where a pointer cannot be read', async () => {
    const before = kiosk.tree();
    kiosk.write('min_supported.txt/inside', '');
    const { verdict } = await fix();
    expect([verdict.outcome, verdict.written]).toEqual(['environment', []]);
    expect(verdict.findings.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'root/pointer-not-fixable min_supported.txt',
    ]);
    kiosk.remove('min_supported.txt');
    expect(kiosk.tree()).toEqual(before);
  });

  it('refuses a root without rules', async () => {
    kiosk.remove('RULES.json');
    expect((await fix()).verdict.outcome).toBe('usage');
  });
});
