import { fingerprintOf } from './fingerprint';

describe('fingerprintOf', () => {
  it('is the same on every machine', () => {
    expect(fingerprintOf({ level: 'must', text: 'It MUST hold.' })).toBe('121b10b4da3307d1');
  });

  it('does not see how a text is wrapped, and sees every word and the level', () => {
    const print = fingerprintOf({ level: 'must', text: 'It MUST hold.' });
    expect(fingerprintOf({ level: 'must', text: ' It  MUST\n\thold. ' })).toBe(print);
    expect(fingerprintOf({ level: 'should', text: 'It MUST hold.' })).not.toBe(print);
    expect(fingerprintOf({ level: 'must', text: 'It MUST holds.' })).not.toBe(print);
  });
});
