import { LAYER_KINDS } from '@fixpoint/spec-formats';
import fc from 'fast-check';
import { confirmedText, linkKey, parseConfirmed } from './confirmed-links';

const word = fc.oneof(
  fc.string(),
  fc.constantFrom('__proto__', 'constructor', '', '1', '\ud83d\ude00', '"', 'a/b'),
);
const print = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 });
const links = fc
  .array(fc.tuple(fc.constantFrom(...LAYER_KINDS), word, word, print), { minLength: 1, maxLength: 8 })
  .map((list) => new Map(list.map(([kind, file, name, value]) => [linkKey({ kind, file, name }), value])));
const record = fc.array(fc.tuple(word, links), { maxLength: 5 }).map((entries) => new Map(entries));

describe('confirmedText', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(record, (confirmed) => {
        const text = confirmedText(confirmed);
        expect(parseConfirmed('confirmed.json', text, 'fix')).toMatchObject({ ok: true, value: confirmed });
        expect(text.endsWith('}\n')).toBe(true);
      }),
      { seed: 5 },
    );
  });

  it('does not depend on the order of what is recorded', () => {
    fc.assert(
      fc.property(record, (confirmed) => {
        const turned = [...confirmed].reverse().map(([id, of]) => [id, new Map([...of].reverse())] as const);
        expect(confirmedText(new Map(turned))).toBe(confirmedText(confirmed));
      }),
      { seed: 6 },
    );
  });
});
