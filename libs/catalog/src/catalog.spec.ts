import { DERIVATIONS, PARITY_TARGETS, VALIDATED } from './catalog';

describe('catalog', () => {
  it('has one row per derivation, each with an id of its own and a summary', () => {
    const ids = DERIVATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z][a-z-]*$/.test(id))).toBe(true);
    expect(DERIVATIONS.every(({ summary }) => summary.length > 10)).toBe(true);
  });

  it('has the targets of the pipeline in its order', () => {
    expect(Object.keys(PARITY_TARGETS)).toEqual([
      'snapshot',
      'union',
      'wrapper-coverage',
      'report',
      'surface-diff',
      'wrapper-validate',
      'version-metadata',
    ]);
    expect(PARITY_TARGETS['report']?.map(({ id }) => id)).toEqual(['evidence', 'report']);
  });

  it('validates everything that can be derived without a binary [FP-ENG-007]', () => {
    const measured = ['snapshot', 'wrapper-validate'].flatMap((target) => PARITY_TARGETS[target] ?? []);
    const written = Object.values(PARITY_TARGETS).flat();
    for (const derivation of written)
      expect(VALIDATED.includes(derivation)).toBe(!measured.includes(derivation));
  });
});
