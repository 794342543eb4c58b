import fc from 'fast-check';
import { protectNames } from './protected-names';

describe('protectNames', () => {
  it('leaves no name that every object has, and finds the way back', () => {
    const { text, restore } = protectNames('{"__proto__":1,"a":"constructor of toString","toStringFx":2}');
    expect(text).not.toMatch(/"(?:__proto__|constructor)"|\btoString\b/);
    expect(JSON.parse(text)).not.toHaveProperty('constructorFx');
    expect(restore(text)).toBe('{"__proto__":1,"a":"constructor of toString","toStringFx":2}');
  });

  it('gives back any text', () => {
    const words = fc.constantFrom('constructor', '__proto__', 'Fx', 'Fx0x', 'x', ' ', '"', 'toString', 'F');
    fc.assert(
      fc.property(
        fc.array(words).map((parts) => parts.join('')),
        (text) => {
          const hidden = protectNames(text);
          expect(hidden.restore(hidden.text)).toBe(text);
        },
      ),
    );
  });
});
