import type { Manifest } from '@fixpoint/surface-formats';
import { memoryPorts } from '@fixpoint/testkit';
import { rootValidatorDerivation as derivation } from './root-validator-derivation';
import { cleanFiles } from './test-support/sample-root';

const manifest = (rulesSchemaVersion: 1 | 2) => ({ rulesSchemaVersion, root: 'cli/tool' }) as Manifest;

async function run(files: Readonly<Record<string, string>>, version: 1 | 2 = 1) {
  const facts = await derivation.collect(memoryPorts({ files }), manifest(version), { check: true });
  if (!facts.ok) throw new Error('collecting never fails');
  const derived = derivation.derive(facts.value, manifest(version));
  return { derived, checked: derivation.check?.(facts.value, manifest(version)) };
}

describe('rootValidatorDerivation', () => {
  it('owns and derives nothing', async () => {
    const { derived, checked } = await run(cleanFiles());
    expect([derived, checked]).toEqual([{ ok: true, value: [], findings: [] }, []]);
    expect(derivation.owns(manifest(1), { check: true })).toEqual([]);
    expect(derivation.allowsEmpty?.(manifest(1), { check: true })).toBe(true);
  });

  it('gives plain findings with the code of the contract', async () => {
    const { checked } = await run({ ...cleanFiles(), 'min_supported.txt': '1.2.0' });
    expect(checked).toEqual([
      {
        id: 'root/pointer-invalid-format',
        code: 'POINTER_INVALID_FORMAT',
        severity: 'error',
        file: 'min_supported.txt',
        message: 'min_supported.txt is not one plain line: the final line end is missing',
        fix: "printf '%s\\n' 1.2.0 > cli/tool/min_supported.txt",
        violation: { path: 'min_supported.txt', unit: 'pointers' },
      },
    ]);
  });

  it('says once what stands in the way of checking', async () => {
    const files = Object.entries(cleanFiles()).filter(([path]) => path !== 'SCHEMA.json');
    const { derived, checked } = await run(Object.fromEntries(files));
    expect(derived).toMatchObject({ ok: false, outcome: 'environment', findings: [{ file: 'SCHEMA.json' }] });
    expect(checked).toEqual([]);
  });

  it('names the command that checks again', () => {
    expect(derivation.fix('cli/my tool')).toBe("fixpoint validate --root 'cli/my tool'");
    expect(derivation.fix('')).toBe('fixpoint validate --root .');
  });
});
