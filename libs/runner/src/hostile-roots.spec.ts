import { CLEAN, kioskRoot, summaryOf } from './testing/kiosk';

// Every case runs the whole pipeline.
jest.setTimeout(60_000);

const METADATA = 'versions/1.0.0.json';
const ARTIFACTS = [
  'snapshots/1.0.0/here.json',
  'snapshots/1.0.0/union.json',
  'reports/1.0.0/coverage.any.json',
  'wrapper_coverage.json',
  'history.json',
  METADATA,
];
const TOO_DEEP = '['.repeat(100_000);

describe('a derived file that is missing', () => {
  const kiosk = kioskRoot('derived');

  it('is told once', async () => {
    expect(summaryOf(await kiosk.run('validate'))).toEqual(CLEAN);
    kiosk.remove(METADATA);
    expect(summaryOf(await kiosk.run('validate'))).toEqual({
      outcome: 'drift',
      findings: [`version-metadata/artifact-missing ${METADATA}`],
    });
  });
});

describe('a file that is nested deeper than a stack', () => {
  const kiosk = kioskRoot('derived');

  it.each([...ARTIFACTS, 'validations/1.0.0/here.json', 'coverage.json', 'artifacts.lock.json'])(
    'is a finding with its position, and the rest is looked at: %s [FP-ENG-012]',
    async (path) => {
      const other = /^(?:wrapper_coverage|validations)/.test(path) ? 'history.json' : 'wrapper_coverage.json';
      kiosk.write(other, '{}\n');
      kiosk.write(path, TOO_DEEP);
      const { outcome, findings } = await kiosk.run('validate');
      expect(outcome).toBe('drift');
      expect(findings).toContainEqual(
        expect.objectContaining({ file: path, severity: 'error', position: { line: 1, column: 257 } }),
      );
      expect(findings).toContainEqual(expect.objectContaining({ file: other, severity: 'error' }));
      expect(findings.filter(({ id }) => id.endsWith('/internal-error'))).toEqual([]);
    },
  );

  it('is a mistake of the configuration where it is the marker', async () => {
    kiosk.write('RULES.json', TOO_DEEP);
    expect(await kiosk.run('validate')).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'config/invalid-json', position: { line: 1, column: 257 } }],
    });
  });
});

describe('keys that every object inherits', () => {
  const kiosk = kioskRoot('derived');

  it.each(ARTIFACTS)('are keys like any other in %s', async (path) => {
    const names = '"__proto__": {"a": 1}, "constructor": {"prototype": 1}, "hasOwnProperty": 2';
    kiosk.write(path, kiosk.read(path).replace('{', `{${names},`));
    const { outcome, findings } = await kiosk.run('validate');
    expect(outcome).toBe('drift');
    expect(findings.filter(({ id }) => id.endsWith('/internal-error'))).toEqual([]);
    expect(findings.map(({ file }) => file)).toContain(path);
  });
});
